/** Something that the service would tell and the rows in full do not bear out. */
export interface Difference {
  readonly where: string;
  readonly what: string;
  readonly stored: number | string;
  readonly recounted: number | string;
}
