/** The text of an SVG file, as the build puts it in. */
declare module '*.svg' {
  const text: string;
  export default text;
}
