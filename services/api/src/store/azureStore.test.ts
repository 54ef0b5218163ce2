import { RestError } from '@azure/data-tables';
import { openAzureStore } from './azureStore';
import type { AzureOptions } from './azureTables';
import { LimitExceeded, StoreUnavailable, type TableStore } from './tableStore';

type Client = NonNullable<AzureOptions['httpClient']>;
type Request = Parameters<Client['sendRequest']>[0];
type Response = Awaited<ReturnType<Client['sendRequest']>>;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the account says: the answer, or a failure on the way to it. */
type Account = (request: Request, tries: number) => Answer | Error | Promise<Answer>;

const secret = Buffer.from('nobody must read this').toString('base64');
const connectionString = `DefaultEndpointsProtocol=https;AccountName=insights;AccountKey=${secret};EndpointSuffix=core.windows.net`;
const key = { partition: 'p', row: 'r' };
const found: Answer = { status: 200, body: '{"PartitionKey":"p","RowKey":"r","odata.etag":"e","n":1}' };
/** A refusal, whose text tells what nobody must read. */
const refusal = (status: number): Answer => ({
  status,
  body: `{"odata.error":{"code":"Refused","message":{"lang":"en-US","value":"Signed ${secret}"}}}`,
});
const isTableMaking = (request: Request): boolean => request.method === 'POST' && request.url.includes('/Tables');

interface Fake {
  readonly store: TableStore;
  /** Requests but those that make tables. */
  readonly requests: Request[];
  /** Milliseconds of every wait, none of which was waited. */
  readonly waits: number[];
}

/** A store over an account that is only played; tables can always be made. */
async function storeOver(account: Account, options: AzureOptions = {}): Promise<Fake> {
  const [requests, waits]: [Request[], number[]] = [[], []];
  const httpClient: Client = {
    async sendRequest(request) {
      if (isTableMaking(request)) return toResponse(request, { status: 204 });
      requests.push(request);
      const answer = await account(request, requests.length);
      if (answer instanceof Error) throw answer;
      return toResponse(request, answer);
    },
  };
  const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void waits.push(milliseconds));
  const retry = { sleep, random: () => 0.5, ...options.retry };
  return { store: await openAzureStore({ connectionString }, { httpClient, ...options, retry }), requests, waits };
}

function toResponse(request: Request, { status, headers = {}, body = '' }: Answer): Response {
  const all = { 'content-type': 'application/json', ...headers };
  const names = new Map(Object.entries(all));
  return {
    request,
    status,
    bodyAsText: body,
    headers: {
      get: (name) => names.get(name.toLowerCase()),
      has: (name) => names.has(name.toLowerCase()),
      set: (name, value) => names.set(name.toLowerCase(), String(value)),
      delete: (name) => names.delete(name.toLowerCase()),
      toJSON: () => Object.fromEntries(names),
      [Symbol.iterator]: () => names[Symbol.iterator](),
    },
  };
}

/** The answer to a transaction of which an operation, or all, ended with this status. */
const transactionAnswer = (status: number, error?: string): Answer => ({
  status: 202,
  headers: { 'content-type': 'multipart/mixed; boundary=batchresponse_1' },
  body: [
    '--batchresponse_1',
    'Content-Type: multipart/mixed; boundary=changesetresponse_2\r\n',
    '--changesetresponse_2',
    'Content-Type: application/http\r\n',
    `HTTP/1.1 ${status} Said`,
    'Content-Type: application/json;odata=minimalmetadata\r\n',
    error ? `{"odata.error":{"code":"${error}","message":{"lang":"en-US","value":"0:${error}"}}}` : '',
    '--changesetresponse_2--',
    '--batchresponse_1--',
  ].join('\r\n'),
});

const failureOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => 'nothing failed',
    (error: unknown) => error,
  );

describe('What passes is tried again', () => {
  test.each([408, 429, 500, 502, 503, 504])('a %i, after waits that grow', async (status) => {
    const { store, requests, waits } = await storeOver((_, tries) => (tries < 4 ? { status } : found));
    expect(await store.get('table', key)).toMatchObject({ ...key, values: { n: 1 } });
    expect(requests).toHaveLength(4);
    expect(waits).toEqual([250, 500, 1000]);
  });

  test('a connection that breaks', async () => {
    const broken = new RestError('broken', { code: 'ECONNRESET' });
    const { store, waits } = await storeOver((_, tries) => (tries === 1 ? broken : found));
    expect(await store.get('table', key)).toBeDefined();
    expect(waits).toEqual([250]);
  });

  test('a request that hangs, which is given up first', async () => {
    const hanging = ({ abortSignal }: Request): Promise<never> =>
      new Promise((_, reject) => {
        const abort = (): void => reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
        abortSignal?.addEventListener('abort', abort);
      });
    const { store, waits } = await storeOver((request, tries) => (tries === 1 ? hanging(request) : found), {
      timeout: 5,
    });
    expect(await store.get('table', key)).toBeDefined();
    expect(waits).toEqual([250]);
  });

  test.each([429, 500, 503])('a %i inside the answer to a transaction', async (status) => {
    const { store, requests, waits } = await storeOver((_, tries) =>
      tries === 1 ? transactionAnswer(status, 'ServerBusy') : transactionAnswer(204),
    );
    await store.write('table', 'p', [{ kind: 'put', row: 'r', values: { n: 1n } }]);
    expect(requests).toHaveLength(2);
    expect(waits).toEqual([250]);
  });

  test('until there were eight tries; then it says so, and tells no secret', async () => {
    const { store, requests, waits } = await storeOver(() => refusal(503));
    const failure = await failureOf(store.get('table', key));
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(String(failure)).toContain('insights.table.core.windows.net did not answer well in up to 8 tries (503)');
    expect(String(failure)).not.toContain(secret);
    expect(requests).toHaveLength(8);
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000]);
  });
});

describe('The waits', () => {
  const busyFor = async (random: () => number, headers = {}): Promise<readonly number[]> => {
    const { store, waits } = await storeOver((_, tries) => (tries < 9 ? { status: 503, headers } : found), {
      retry: { attempts: 9, random },
    });
    await store.get('table', key);
    return waits;
  };

  test('are spread by a quarter to both sides, so that callers who failed together come back apart', async () => {
    expect((await busyFor(() => 0)).slice(0, 3)).toEqual([187.5, 375, 750]);
    expect((await busyFor(() => 1 - 2 ** -52)).slice(0, 3).map(Math.round)).toEqual([313, 625, 1250]);
    expect(
      new Set(await Promise.all(Array.from({ length: 20 }, async () => (await busyFor(Math.random))[0]))).size,
    ).toBe(20);
  });

  test('are never longer than half a minute', async () => {
    expect((await busyFor(() => 0.5)).at(-1)).toBe(30_000);
    expect(await busyFor(() => 0.5, { 'retry-after': '3600' })).toEqual(Array(8).fill(30_000));
  });

  test('are as long as the service asks for, in seconds or up to a date', async () => {
    expect((await busyFor(() => 0.5, { 'retry-after': '3' })).slice(0, 5)).toEqual([3000, 3000, 3000, 3000, 4000]);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 0, 1, 12, 0, 0));
    const date = 'Thu, 01 Jan 2026 12:00:09 GMT';
    expect((await busyFor(() => 0.5, { 'retry-after': date })).slice(0, 2)).toEqual([9000, 9000]);
    now.mockRestore();
  });

  test.each(['soon', '-5', ''])('are the usual ones when the service asks for %j', async (asked) => {
    expect((await busyFor(() => 0.5, { 'retry-after': asked })).slice(0, 2)).toEqual([250, 500]);
  });

  test('keep no place among the requests under way', async () => {
    let underWay = 0;
    let most = 0;
    const { store } = await storeOver(
      async (_, tries) => {
        most = Math.max(most, (underWay += 1));
        await new Promise(setImmediate);
        underWay -= 1;
        return tries < 10 ? { status: 503 } : found;
      },
      { requestsAtOnce: 3 },
    );
    await Promise.all(Array.from({ length: 12 }, () => store.get('table', key)));
    expect(most).toBe(3);
  });
});

describe('What does not pass is told at once', () => {
  test.each([
    [400, LimitExceeded, 'refused the request (400)'],
    [413, LimitExceeded, 'refused the request (413)'],
    [401, StoreUnavailable, 'check the connection string'],
    [403, StoreUnavailable, 'Storage Table Data Contributor'],
    [501, StoreUnavailable, 'check the address'],
  ])('a %i', async (status, kind, said) => {
    const { store, requests, waits } = await storeOver(() => refusal(status));
    const failure = await failureOf(store.get('table', key));
    expect(failure).toBeInstanceOf(kind);
    expect(String(failure)).toContain(said);
    expect(String(failure)).not.toContain(secret);
    expect([requests.length, waits]).toEqual([1, []]);
  });

  test('a row that is not there', async () => {
    const { store, requests } = await storeOver(() => ({ status: 404 }));
    expect(await store.get('table', key)).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  test('an account that keeps no order, or whose connection string is none', async () => {
    const cosmos = 'https://insights.table.cosmos.azure.com:443/';
    await expect(openAzureStore({ endpoint: cosmos })).rejects.toThrow(/no order.*use a storage account/);
    const failure = await failureOf(openAzureStore({ connectionString: `Account=x;AccountKey=${secret}` }));
    expect(failure).toBeInstanceOf(StoreUnavailable);
    expect(String(failure)).not.toContain(secret);
  });
});

describe('What is sent', () => {
  test('says of every number whether it is an Int64 or a Double, and binds a delete to its etag', async () => {
    const { store, requests } = await storeOver(() => transactionAnswer(204));
    await store.write('table', 'p', [
      { kind: 'create', row: 'a', values: { whole: 5n, fraction: 5, text: '5', bytes: new Uint8Array([1, 2]) } },
      { kind: 'delete', row: 'b', etag: 'W/"7"' },
      { kind: 'delete', row: 'c' },
    ]);
    const body = requests[0]?.body;
    if (typeof body !== 'string') throw new Error('A transaction is sent as text');
    const row = JSON.parse(/\{.*\}/.exec(body)?.[0] ?? '') as Record<string, unknown>;
    expect(row).toMatchObject({ whole: '5', 'whole@odata.type': 'Edm.Int64', fraction: 5 });
    expect(row).toMatchObject({ 'fraction@odata.type': 'Edm.Double', 'bytes@odata.type': 'Edm.Binary', bytes: 'AQI=' });
    expect(body.match(/if-match: .*/gi)).toEqual(['if-match: W/"7"', 'If-Match: *']);
  });

  test('makes a table once, and tries to again where that failed', async () => {
    let made = 0;
    const httpClient: Client = {
      sendRequest: (request) => {
        if (!isTableMaking(request)) return Promise.resolve(toResponse(request, found));
        made += 1;
        return Promise.resolve(toResponse(request, { status: made === 1 ? 403 : 204 }));
      },
    };
    const store = await openAzureStore({ connectionString }, { httpClient });
    await expect(store.get('table', key)).rejects.toBeInstanceOf(StoreUnavailable);
    await Promise.all([store.get('table', key), store.get('table', key), store.range('table', 'p')]);
    await store.get('table', key);
    expect(made).toBe(2);
  });
});
