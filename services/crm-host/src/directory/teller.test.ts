import type { Item } from '@record-insights/domain';
import pino from 'pino';
import { openTeller, type Teller } from './teller';

const item = (id: string, at = '2026-03-01T08:00:00Z'): Item => ({ kind: 'account', id, op: 'upsert', at, fields: {} });

/** A service that answers as it is told, one answer after the other, the last one again and again. */
function service(...answers: readonly (() => Response | Promise<Response>)[]): {
  readonly teller: Teller;
  readonly bodies: (readonly Item[])[];
  readonly pauses: number[];
  readonly log: string[];
} {
  const [bodies, pauses, log]: [(readonly Item[])[], number[], string[]] = [[], [], []];
  const teller = openTeller({
    serviceAddress: 'http://localhost:4281',
    token: () => Promise.resolve('t'),
    logger: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    fetch: (_address, init) => {
      bodies.push(JSON.parse(init?.body as string) as Item[]);
      const answer = answers[Math.min(bodies.length, answers.length) - 1];
      return Promise.resolve().then(() => answer!());
    },
    sleep: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
  });
  return { teller, bodies, pauses, log };
}

const taken = (): Response => Response.json({ batch: 'b', accepted: 1, refused: [] }, { status: 202 });
const down = (): Promise<Response> => Promise.reject(new Error('ECONNREFUSED'));

test('what cannot be told yet is told again, ever more seldom, until it is taken', async () => {
  const { teller, bodies, pauses } = service(down, () => new Response('', { status: 503 }), taken);
  teller.tell([item('a')]);
  await teller.settled();
  expect(bodies).toEqual([[item('a')], [item('a')], [item('a')]]);
  expect(pauses).toEqual([250, 500]);
});

test('a record that changes while it waits is told as it is last, one that changes on the way once more', async () => {
  const { teller, bodies } = service(() => {
    teller.tell([item('a', '2026-03-03T08:00:00Z')]);
    return taken();
  }, taken);
  teller.tell([item('a'), item('b')]);
  teller.tell([item('a', '2026-03-02T08:00:00Z')]);
  await teller.settled();
  expect(bodies).toEqual([[item('a', '2026-03-02T08:00:00Z'), item('b')], [item('a', '2026-03-03T08:00:00Z')]]);
});

test('many are told in parts, and what is refused is logged without a word of whom it is about', async () => {
  const id = '11111111-1111-4111-8111-111111111111';
  const refused = [{ index: 0, code: 'notATime', field: 'at', message: '' }];
  const { teller, bodies, log } = service(() => Response.json({ refused }, { status: 202 }));
  teller.tell([item(id), ...Array.from({ length: 1000 }, (_, i) => item(`i${i}`))]);
  await teller.settled();
  expect(bodies.map(({ length }) => length)).toEqual([1000, 1]);
  expect(log[0]).toContain('"code":"notATime"');
  expect(log.join('')).not.toContain(id);
});

test('what can never be read is not told for ever', async () => {
  const { teller, bodies, log } = service(() => new Response('', { status: 400 }));
  teller.tell([item('a')]);
  await teller.settled();
  expect([bodies.length, log.length]).toEqual([1, 1]);
});

test('a teller that is closed ends, whatever is left to tell', async () => {
  const { teller } = service(down);
  teller.tell([item('a')]);
  await teller.close();
  await teller.settled();
});
