import { heatMapAnswer } from '../../testing/fakeChannels';
import { newsletter, newsletterBefore, sixtyLinks } from '../../testing/messages';
import { linkRows, linksOfAnchors, type LinkRow } from './linkRows';
import { readMessage } from './message';

const { links } = heatMapAnswer;
const newest = readMessage(newsletter).anchors;
const rows = linkRows(links, newest);
const row = (key: string, address: string, name: string): { readonly row: LinkRow } => ({
  row: { key, address, name, count: 1, unique: 1, isOlder: false },
});

describe('Links of a message', () => {
  test('are those that were clicked, then those of the newest version that were not, each address once', () => {
    expect(rows.slice(0, links.length).map(({ name }) => name)).toEqual(links.map(({ name }) => name));
    const others = rows.slice(links.length);
    expect(others.map(({ name }) => name)).toEqual([
      'Company page',
      ...Array.from({ length: 10 }, (_, n) => `Seal kit ${n + 3}`),
    ]);
    expect(others.every(({ count, unique, link }) => count + unique === 0 && link === undefined)).toBe(true);
  });

  test('that are gone from the newest version are kept and marked; one without an address is not judged', () =>
    expect(rows.filter(({ isOlder }) => isOlder).map(({ name }) => name)).toEqual(['Summer offer & more']));

  test('are not marked where the message is not known', () =>
    expect(linkRows(links, undefined).some(({ isOlder }) => isOlder)).toBe(false));

  test('stay what they are in a message without links', () => expect(linkRows(links, [])).toHaveLength(links.length));
});

describe('The link of an anchor', () => {
  const all = rows.map((one) => ({ row: one }));

  test('is found by address; anchors of one address share it', () => {
    const found = linksOfAnchors(newest, all);
    const ofKit = found.filter((link) => link?.row.name === 'Seal kit 1');
    expect(ofKit).toHaveLength(2);
    expect(found.filter((link) => link === undefined)).toHaveLength(1);
    expect(newest[found.indexOf(undefined)]?.address).toContain('{{');
  });

  test('is found in an older version, too', () => {
    const names = linksOfAnchors(readMessage(newsletterBefore).anchors, all).map((link) => link?.row.name);
    expect(names).toEqual(['Company page', 'Summer offer & more', 'Book a pump audit']);
  });

  test('is the one of its words where several have the address, else the first', () => {
    const same = [row('a', 'https://a.example/x', 'Picture'), row('b', 'https://a.example/x', 'Words')];
    const anchors = ['Words', 'Picture', 'Other'].map((text) => ({ address: 'https://a.example/x', text }));
    expect(linksOfAnchors(anchors, same).map((link) => link?.row.key)).toEqual(['b', 'a', 'a']);
  });

  test('is found for each of sixty', () => {
    const { anchors } = readMessage(sixtyLinks);
    const sixty = linkRows([], anchors).map((one) => ({ row: one }));
    expect(linksOfAnchors(anchors, sixty).map((link) => link?.row.name)).toEqual(
      Array.from({ length: 60 }, (_, n) => `Link ${n}`),
    );
  });
});
