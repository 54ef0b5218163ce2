import { hostile, newsletter, nested, noLinks, site, sixtyLinks } from '../../testing/messages';
import { readMessage, stillCss } from './message';

const server = 'https://tracker.example';
const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

describe('A message', () => {
  test('keeps its tables, pictures and styles', () => {
    const page = parsed(readMessage(newsletter).html);
    expect(page.querySelectorAll('table')).toHaveLength(3);
    expect(page.querySelectorAll('img[src^="data:image/"][alt="Seal kit 7"]')).toHaveLength(1);
    expect([...page.querySelectorAll('style')].map(({ textContent }) => textContent).join()).toContain('.button');
    expect(page.querySelector('a[class="button"]')?.getAttribute('style')).toContain('padding:8px 20px');
    expect(page.body.getAttribute('bgcolor')).toBe('#f3f2f1');
  });

  test('tells its links with addresses as they are meant, and the words or the picture of each', () => {
    const { anchors } = readMessage(newsletter);
    expect(anchors).toHaveLength(28);
    expect(anchors[0]).toEqual({ address: `${site}/`, text: 'Company page' });
    expect(anchors[2]).toEqual({ address: `${site}/parts/kit-1?from=mail&n=1`, text: 'Seal kit 1' });
    expect(anchors.at(-1)).toEqual({ address: '{{contentsettings.subscriptionCenter}}', text: 'Change what you get' });
  });

  test('has its links at their places and leads nowhere', () => {
    const { html, anchors } = readMessage(newsletter);
    const page = parsed(html);
    const marked = [...page.querySelectorAll('[data-anchor]')];
    expect(marked.map((one) => one.getAttribute('data-anchor'))).toEqual(anchors.map((_, n) => String(n)));
    expect(page.querySelectorAll('[href]')).toHaveLength(0);
  });

  test('may hold tables in tables, many links, or none', () => {
    expect(readMessage(nested).anchors.map(({ text }) => text)).toEqual(['Level 0', 'Level 1', 'Level 2', 'Level 3']);
    expect(readMessage(sixtyLinks).anchors).toHaveLength(60);
    expect(readMessage(noLinks).anchors).toEqual([]);
    expect(readMessage('').anchors).toEqual([]);
  });

  test('begins with the rule that nothing is fetched and nothing runs', () => {
    for (const html of [newsletter, hostile(server), '']) {
      const [first] = parsed(readMessage(html).html).head.children;
      expect(first?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
      expect(first?.getAttribute('content')).toContain("default-src 'none'");
    }
  });
});

describe('Of a message that means harm', () => {
  const { html, anchors } = readMessage(hostile(server));
  const page = parsed(html);

  test('nothing that runs, leads away or reaches out is left', () => {
    const gone =
      'script, base, link, iframe, frame, object, embed, applet, svg, math, form, input, button, video, audio, source, meta:not([content^="default-src"])';
    expect([...page.querySelectorAll(gone)]).toEqual([]);
    const attributes = [...page.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
    expect(attributes.filter((name) => /^on|^(href|srcset|ping|target|action|autofocus)$/.test(name))).toEqual([]);
    expect([...page.querySelectorAll('[src], [background]')]).toEqual([]);
  });

  test('no style fetches by an address that is written plainly', () =>
    expect(html).not.toMatch(/@import|url\(\s*["']?https?:/i));

  test('its words stay, and so do its links', () => {
    expect(page.body.textContent).toContain('Styled');
    expect(anchors.map(({ text }) => text)).toEqual(expect.arrayContaining(['Book a pump audit', 'Leave']));
  });
});

test.each([
  ['@import "a.css"; p { color: red }', ' p { color: red }'],
  ['p { background: url(https://a.example/b.png) no-repeat }', 'p { background: none no-repeat }'],
  [`p { background: url("data:image/png;base64,AA==") }`, `p { background: url("data:image/png;base64,AA==") }`],
  [String.raw`@\69mport "a.css"; p { color: red }`, ' p { color: red }'],
  [
    String.raw`p { background: u\72 l(//a.example/b.png); content: "\201C \3c" }`,
    String.raw`p { background: none; content: "\201C \3c" }`,
  ],
  ['<!-- p { color: red } -->', ' p { color: red } '],
])('of %s stays %s', (css, still) => expect(stillCss(css)).toBe(still));
