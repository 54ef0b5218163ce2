import type {
  CatalogueAnswer,
  ExplainAnswer,
  InsightsAnswer,
  ListAnswer,
  PipelineAnswer,
  RecordType,
  Scope,
  VerdictChoice,
} from '@record-insights/domain';
import { answered, errorOf, refused, type Answer } from './answer';
import type { Access } from './signIn';

export interface InsightsQuery {
  readonly recordType: RecordType;
  readonly recordId: string;
  readonly category: string;
  /** Days of the organisation; absent for the service's default, the last 30. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Whose opens and clicks count; absent for everybody's. */
  readonly verdict?: VerdictChoice | undefined;
  /** Of what people of an account did, what counts; absent for what they did since each joined. */
  readonly scope?: Scope | undefined;
  /** Only what was used there; absent for everywhere. */
  readonly journey?: string | undefined;
  readonly iteration?: string | undefined;
  readonly tile?: string | undefined;
}

export interface CsvFile {
  readonly name: string;
  readonly content: Blob;
}

/** What the controls ask of the service; `rows` are the relative addresses that its answers carry. */
export interface InsightsClient {
  catalogue(signal?: AbortSignal): Promise<Answer<CatalogueAnswer>>;
  insights(query: InsightsQuery, signal?: AbortSignal): Promise<Answer<InsightsAnswer>>;
  /** @param iteration of a recurring journey; absent for all of them */
  pipeline(
    recordType: RecordType,
    recordId: string,
    iteration: string | undefined,
    signal?: AbortSignal,
  ): Promise<Answer<PipelineAnswer>>;
  rows(rows: string, signal?: AbortSignal): Promise<Answer<ListAnswer>>;
  explain(address: string, signal?: AbortSignal): Promise<Answer<ExplainAnswer>>;
  csv(rows: string): Promise<Answer<CsvFile>>;
}

/**
 * @param access tells the service's address and a token, asked anew for every request
 * @param language of the texts that the service answers with, as `de`
 */
export function insightsClient(access: () => Promise<Answer<Access>>, language: string): InsightsClient {
  const ask = async <T>(
    address: string,
    accept: string,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ) => {
    const allowed = await access();
    return allowed.ok ? send(allowed.value, address, { accept, 'accept-language': language }, read, signal) : allowed;
  };
  const json = <T>(address: string, signal?: AbortSignal): Promise<Answer<T>> =>
    ask(address, 'application/json', (response) => response.json() as Promise<T>, signal);
  return {
    catalogue: (signal) => json('/v1/catalogue', signal),
    insights: (query, signal) => json(insightsAddress(query), signal),
    pipeline: (recordType, recordId, iteration, signal) =>
      json(addressOf(recordType, recordId, 'pipeline', { iteration }), signal),
    rows: (rows, signal) => json(rows, signal),
    explain: (address, signal) => json(address, signal),
    csv: (rows) => ask(rows, 'text/csv', csvFile),
  };
}

async function send<T>(
  { service, token }: Access,
  address: string,
  headers: Readonly<Record<string, string>>,
  read: (response: Response) => Promise<T>,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`${service}${address}`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(signal ? { signal } : {}),
    });
    return response.ok ? answered(await read(response)) : refused(errorOf(response.status, await bodyOf(response)));
  } catch {
    return refused({ kind: 'unreachable' });
  }
}

/** The problem that came with a refusal; nothing when it is no JSON, as from a proxy. */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

const insightsAddress = ({ recordType, recordId, category, ...chosen }: InsightsQuery): string =>
  addressOf(recordType, recordId, `insights/${encodeURIComponent(category)}`, chosen);

/** What is asked of a record; what is not chosen stays out of the address. */
function addressOf(
  recordType: RecordType,
  recordId: string,
  what: string,
  chosen: Readonly<Partial<Record<string, string>>>,
): string {
  const parts = Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const query = new URLSearchParams(parts).toString();
  const path = `/v1/records/${recordType}/${encodeURIComponent(recordId)}/${what}`;
  return query === '' ? path : `${path}?${query}`;
}

async function csvFile(response: Response): Promise<CsvFile> {
  const named = /filename="?([^";]+)"?/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { name: named ?? 'rows.csv', content: await response.blob() };
}

/** The same rows with parts of the address set otherwise, as one day of them. */
export function addressWith(rows: string, parts: Readonly<Record<string, string>>): string {
  const [path = '', query] = rows.split('?');
  const merged = new URLSearchParams(query);
  for (const [name, value] of Object.entries(parts)) merged.set(name, value);
  return `${path}?${merged.toString()}`;
}
