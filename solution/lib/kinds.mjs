/** Kinds of component, as Dataverse numbers them. */
export const kinds = {
  table: 1,
  role: 20,
  form: 60,
  webResource: 61,
  siteMap: 62,
  control: 66,
  app: 80,
  variable: 380,
};
