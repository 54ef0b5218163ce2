import { patience, runAll, seeds } from './runs';
import { simulate } from './simulation';

jest.mock('node:zlib', () => jest.requireActual<object>('./inlineZlib'));

test(
  'whatever goes wrong, what was acknowledged counts once, and every number read on the way is the length of its list',
  async () => {
    const happened = await runAll(simulate);
    console.info(happened);
    if (seeds.length < 1000) return;
    expect(Math.min(...Object.values(happened.troubles))).toBeGreaterThan(1000);
    expect(Object.keys(happened.crashes).sort()).toEqual(crashedIn);
    expect(Math.min(...Object.values(happened.crashes))).toBeGreaterThan(20);
    expect(happened.compared).toBeGreaterThan(5000);
    expect(happened.erasures).toBeGreaterThan(100);
  },
  patience,
);

/** What a process was told last when it ended; packs, cells and facts are written beside refused rows and ids. */
const crashedIn = ['accept.bytes', 'accept.header', 'done', 'fold.ids', 'fold.refused', 'group.name', 'sweep'];

test('a seed gives the same schedule again', async () => {
  for (const seed of [3, 58, 104]) expect(await simulate(seed)).toEqual(await simulate(seed));
});
