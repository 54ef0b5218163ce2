import { answered, errorOf, refused } from './answer';
import { addressWith, insightsClient } from './insightsClient';

const access = () => Promise.resolve(answered({ service: 'https://service.example', token: 'a-token' }));
const asked = jest.fn<Promise<unknown>, [string, RequestInit]>();

beforeEach(() => {
  asked.mockReset();
  globalThis.fetch = asked as unknown as typeof fetch;
});

function answerOnce(status: number, body: unknown, headers: Record<string, string> = {}): void {
  asked.mockResolvedValueOnce({
    ok: status < 400,
    status,
    json: () => (body === undefined ? Promise.reject(new SyntaxError('no JSON')) : Promise.resolve(body)),
    blob: () => Promise.resolve(new Blob([String(body)])),
    headers: { get: (name: string) => headers[name] ?? null },
  });
}

describe('The client of the service', () => {
  const client = insightsClient(access, 'de');
  const query = { recordType: 'contact', recordId: 'an id', category: 'overview' } as const;

  test('asks for a category with the caller’s token, in the user’s language', async () => {
    answerOnce(200, { view: 7 });
    expect(await client.insights({ ...query, from: '2026-10-25', to: '2026-11-23' })).toEqual(answered({ view: 7 }));
    const [address, { headers }] = asked.mock.calls[0]!;
    expect(address).toBe(
      'https://service.example/v1/records/contact/an%20id/insights/overview?from=2026-10-25&to=2026-11-23',
    );
    expect(headers).toEqual({
      accept: 'application/json',
      'accept-language': 'de',
      authorization: 'Bearer a-token',
    });
  });

  test('leaves days to the service when none are chosen', async () => {
    answerOnce(200, {});
    await client.insights(query);
    expect(asked.mock.calls[0]![0]).toMatch(/overview$/);
  });

  test('asks for the pipeline of a journey, of all its runs or of one', async () => {
    answerOnce(200, { view: 7 });
    expect(await client.pipeline('journey', 'an id', undefined)).toEqual(answered({ view: 7 }));
    answerOnce(200, {});
    await client.pipeline('journey', 'an id', 'run 2');
    expect(asked.mock.calls.map(([address]) => address)).toEqual([
      'https://service.example/v1/records/journey/an%20id/pipeline',
      'https://service.example/v1/records/journey/an%20id/pipeline?iteration=run+2',
    ]);
  });

  test('asks nothing without access, and says why', async () => {
    const shut = insightsClient(() => Promise.resolve(refused({ kind: 'signInNeeded' })), 'en');
    expect(await shut.catalogue()).toEqual(refused({ kind: 'signInNeeded' }));
    expect(asked).not.toHaveBeenCalled();
  });

  test('takes a CSV file with its name', async () => {
    answerOnce(200, 'Time', { 'content-disposition': 'attachment; filename="opened-total.csv"' });
    const file = await client.csv('/v1/rows');
    expect(file).toMatchObject({ ok: true, value: { name: 'opened-total.csv' } });
    expect(asked.mock.calls[0]![1].headers).toMatchObject({ accept: 'text/csv' });
  });

  test('tells a service that does not answer from one that refuses', async () => {
    asked.mockRejectedValueOnce(new TypeError('failed to fetch'));
    expect(await client.catalogue()).toEqual(refused({ kind: 'unreachable' }));
    answerOnce(502, undefined);
    expect(await client.catalogue()).toEqual(refused({ kind: 'problem', title: 'HTTP 502', detail: '' }));
  });
});

test.each([
  [401, undefined, 'signInNeeded'],
  [403, undefined, 'noRight'],
  [403, { code: 'roleMissing', title: 't', detail: 'd' }, 'roleMissing'],
  [409, { code: 'viewExpired', title: 't', detail: 'd' }, 'viewExpired'],
  [429, { code: 'tooManyRequests', title: 't', detail: 'd' }, 'problem'],
])('a refusal of %i with %j is %s', (status, body, kind) => expect(errorOf(status, body).kind).toBe(kind));

test('an address with other parts keeps the rest', () => {
  expect(addressWith('/v1/rows?from=a&to=b&view=7', { from: 'c', limit: '5' })).toBe(
    '/v1/rows?from=c&to=b&view=7&limit=5',
  );
  expect(addressWith('/v1/rows', { limit: '5' })).toBe('/v1/rows?limit=5');
});
