/** What went wrong with a Web API request, in the shape that Dataverse answers. */
export class ODataError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ODataError';
    this.status = status;
    this.code = code;
  }
}

/** The body of an error answer. */
export function errorBody(code: string, message: string): { readonly error: { code: string; message: string } } {
  return { error: { code, message } };
}

export const badRequest = (message: string): ODataError => new ODataError(400, '0x80060888', message);
export const notSignedIn = (): ODataError => new ODataError(401, '0x80040220', 'Sign in first.');
export const noPrivilege = (table: string, id: string): ODataError =>
  new ODataError(403, '0x80040220', `Principal has no read privilege on ${table} with id ${id}.`);
export const noSuchRecord = (table: string, id: string): ODataError =>
  new ODataError(404, '0x80040217', `Entity '${table}' With Id = ${id} Does Not Exist`);
export const noSuchSet = (set: string): ODataError =>
  new ODataError(404, '0x8006088a', `Resource not found for the segment '${set}'.`);
