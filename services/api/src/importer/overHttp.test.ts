import type { Destination } from './importExport';
import { overHttp } from './overHttp';

interface Sent {
  readonly path: string;
  readonly token: string | null;
  readonly rows: readonly unknown[];
}

/** A service that gives these answers in turn, the last again and again. */
function serviceOf(...answers: readonly (() => Response | Error)[]): {
  destination: Destination;
  sent: Sent[];
  slept: number[];
} {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const destination = overHttp({
    address: 'http://service.example',
    token: 'secret',
    fetch: (address, init) => {
      const answer = answers[Math.min(sent.length, answers.length - 1)]?.();
      const rows = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown[]) : [];
      sent.push({ path: (address as URL).pathname, token: new Headers(init?.headers).get('authorization'), rows });
      return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new Error('no answer'));
    },
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { destination, sent, slept };
}

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(value), { status, headers });
const taken = json({ batch: 'b', accepted: 1, refused: [{ index: 0, code: 'missingId' }] }, 202);
const unreachable = (): Error => new TypeError('fetch failed');

test('rows are sent with the token, and what was refused is told', async () => {
  const { destination, sent } = serviceOf(taken);
  expect(await destination.ingest({ rows: [{ a: '1' }, {}] })).toMatchObject({ accepted: 1, refused: [{ index: 0 }] });
  expect(sent).toEqual([{ path: '/v1/interactions', token: 'Bearer secret', rows: [{ a: '1' }, {}] }]);
});

test('rows too large for one request go in several, refused ones keep their place', async () => {
  const { destination, sent } = serviceOf(taken);
  const rows = Array.from({ length: 3 }, () => ({ text: 'x'.repeat(5 * 1024 * 1024) }));
  const { accepted, refused } = await destination.ingest({ rows });
  expect([accepted, refused.map(({ index }) => index), sent.map((one) => one.rows.length)]).toEqual([
    2,
    [0, 2],
    [2, 1],
  ]);
});

test('a service that is busy or away is asked again, as late as it says', async () => {
  const { destination, slept } = serviceOf(json({}, 429, { 'retry-after': '60' }), unreachable, json({}, 503), taken);
  expect(await destination.ingest({ rows: [{}] })).toMatchObject({ accepted: 1 });
  expect(slept).toEqual([60_000, 1000, 2000]);
});

test('a service that stays away is told, with what to do', async () => {
  const { destination, sent } = serviceOf(unreachable);
  await expect(destination.ingest({ rows: [{}] })).rejects.toThrow(
    'The service at http://service.example does not answer. Start it, or name another with --service.',
  );
  expect(sent).toHaveLength(8);
});

test('what the service refuses for good is told in its words, at once', async () => {
  const problem = { title: 'A role is missing', detail: 'This needs the role interactions.write.' };
  const { destination, sent } = serviceOf(json(problem, 403));
  await expect(destination.ingest({ rows: [{}] })).rejects.toThrow(
    'The service at http://service.example: A role is missing. This needs the role interactions.write.',
  );
  expect(sent).toHaveLength(1);
});

test('it is settled when nothing waits any more', async () => {
  const { destination, sent } = serviceOf(json({ waiting: 2 }), json({ waiting: 1 }), json({ waiting: 0 }));
  await destination.settled();
  expect(sent.map(({ path }) => path)).toEqual(['/v1/status', '/v1/status', '/v1/status']);
});
