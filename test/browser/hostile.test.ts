import { setScene, type Scene } from './scene';
import { categories } from './suites/categories';
import { overview } from './suites/overview';

jest.setTimeout(120_000);

let set: Scene | undefined;
const scene = (): Scene => {
  if (!set) throw new Error('The product did not start.');
  return set;
};

beforeAll(async () => {
  set = await setScene('--hostile');
}, 300_000);
afterAll(() => set?.close());

describe('With missing columns, unknown types, repeats, odd spellings and clocks that are wrong', () => {
  overview(scene);
  categories(scene);

  test('no script failed on the way, and nothing was asked of another machine', () =>
    expect(scene().visit.troubles).toEqual([]));
});
