import fc from 'fast-check';
import { openSite, type Site } from './places';
import { patience, tried, type Law, type StoreName } from './runs';

/** What the tests of a suite on one store use. */
export interface OnStore {
  /** The site of the suite, once its tests run. */
  readonly site: () => Site;
  /** A test that tries a property as often as the law is tried on the store. */
  readonly law: <T>(what: string, kind: Law, arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>) => void;
}

/** The same suite on every store, each with a site of its own. @param title with a place for the store's name */
export function onEachStore(title: string, suite: (on: OnStore) => void): void {
  describe.each<StoreName>(['memory', 'embedded', 'azure'])(title, (name) => {
    let opened: Site | undefined;
    beforeAll(async () => {
      opened = await openSite(name);
    }, 60_000);
    afterAll(() => opened?.close());
    suite({
      site() {
        if (!opened) throw new Error('The store did not open');
        return opened;
      },
      law: (what, kind, arbitrary, holds) =>
        test(what, () => fc.assert(fc.asyncProperty(arbitrary, holds), tried(name, kind)), patience),
    });
  });
}
