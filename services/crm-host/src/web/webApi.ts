import type { Row } from '../row';
import { tableNamed } from '../tables';
import { AnswerError, answerError, getJson } from './json';

/** The records of a request and the way to the next ones. */
export interface Entities {
  readonly entities: readonly Row[];
  readonly nextLink?: string;
  /** All that fit the filter; present when `$count=true` was asked for. */
  readonly count?: number;
}

const root = '/api/data/v9.2/';

function setOf(table: string): string {
  const found = tableNamed(table);
  if (found) return found.set;
  if (table === 'environmentvariabledefinition') return `${table}s`;
  throw new AnswerError(404, `There is no table ${table}.`);
}

function headers(pageSize?: number): Record<string, string> {
  const page = pageSize === undefined ? '' : `,odata.maxpagesize=${pageSize}`;
  return { accept: 'application/json', prefer: `odata.include-annotations="*"${page}` };
}

export function retrieveRecord(table: string, id: string, options = ''): Promise<Row> {
  return getJson<Row>(`${root}${setOf(table)}(${bare(id)})${options}`, { headers: headers() });
}

interface Listed {
  readonly value: readonly Row[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.count'?: number;
}

export async function retrieveRecords(table: string, options = '', pageSize?: number): Promise<Entities> {
  const answer = await getJson<Listed>(`${root}${setOf(table)}${options}`, { headers: headers(pageSize) });
  const { '@odata.nextLink': nextLink, '@odata.count': count } = answer;
  return {
    entities: answer.value,
    ...(nextLink === undefined ? {} : { nextLink }),
    ...(count === undefined ? {} : { count }),
  };
}

/** The id of the new record. */
export async function createRecord(table: string, columns: Row): Promise<string> {
  const answer = await send('POST', setOf(table), columns);
  return /\(([^)]+)\)$/.exec(answer.headers.get('odata-entityid') ?? '')?.[1] ?? '';
}

export async function updateRecord(table: string, id: string, columns: Row): Promise<void> {
  await send('PATCH', `${setOf(table)}(${bare(id)})`, columns);
}

export async function deleteRecord(table: string, id: string): Promise<void> {
  await send('DELETE', `${setOf(table)}(${bare(id)})`);
}

async function send(method: string, path: string, columns?: Row): Promise<Response> {
  const body = columns && { body: JSON.stringify(columns), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(root + path, { method, credentials: 'same-origin', ...body });
  if (!answer.ok) throw await answerError(answer);
  return answer;
}

/** Ids come with braces from some places of Dataverse. */
function bare(id: string): string {
  return id.replace(/[{}]/g, '');
}

/** Text as it stands in a filter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
