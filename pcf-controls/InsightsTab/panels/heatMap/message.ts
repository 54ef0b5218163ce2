import createPurify, { type Config } from 'dompurify';

/** A message that can be shown: nothing in it runs, asks for anything, or leads anywhere. */
export interface Message {
  /** A whole document. Its links carry their place among the anchors in `data-anchor`, and no address. */
  readonly html: string;
  /** In the order of the document. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  /** As it stands in the message. */
  readonly address: string;
  /** Its words, else those of its pictures. */
  readonly text: string;
}

/** Stands first in the document: what cleaning may have missed is refused by the browser. */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-src 'none'";
/** Links have lost their addresses, and with them the browser's own look; pictures that would be asked for show their words. */
const look = `
html { color-scheme: light; background: #ffffff; overflow: hidden; }
:where(a[data-anchor]) { color: #0000ee; text-decoration: underline; }
img:not([src]) { background: #edebe9; color: #323130; font: 12px sans-serif; }
`;

const config: Config = {
  WHOLE_DOCUMENT: true,
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'audio',
    'video',
    'source',
    'track',
    'picture',
    'map',
    'area',
  ],
  FORBID_ATTR: ['srcset', 'poster', 'ping', 'action', 'target', 'autofocus', 'tabindex', 'contenteditable'],
};
/** Attributes by which a browser fetches pictures. */
const pictureAttributes: ReadonlySet<string> = new Set(['src', 'background']);

const purify = createPurify(window);
purify.addHook('beforeSanitizeElements', (node) => {
  if (node.nodeName === 'STYLE') node.textContent = stillCss(node.textContent ?? '');
});
purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
  const { attrName, attrValue } = attribute;
  if (pictureAttributes.has(attrName) && !/^data:image\//i.test(attrValue.trim())) attribute.keepAttr = false;
  if (attrName === 'style') attribute.attrValue = stillCss(attrValue);
});

/** Cleans a message and takes its links out. */
export function readMessage(html: string): Message {
  const page = new DOMParser().parseFromString(purify.sanitize(html, config), 'text/html');
  const links = [...page.querySelectorAll('a[href]')];
  const anchors = links.map((link) => ({ address: link.getAttribute('href') ?? '', text: wordsOf(link) }));
  links.forEach((link, place) => {
    link.removeAttribute('href');
    link.setAttribute('data-anchor', String(place));
  });
  const style = page.createElement('style');
  style.textContent = look;
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  page.head.prepend(meta, style);
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, anchors };
}

function wordsOf(link: Element): string {
  const words = link.textContent.replace(/\s+/g, ' ').trim();
  if (words !== '') return words;
  return [...link.querySelectorAll('img[alt]')]
    .map((picture) => picture.getAttribute('alt') ?? '')
    .join(' ')
    .trim();
}

/** Letters may be written as their codes, so that words are not recognised; other signs keep their meaning as they are. */
const plainLetter = (code: number): string | undefined =>
  code < 128 && /[a-z]/i.test(String.fromCharCode(code)) ? String.fromCharCode(code) : undefined;

/** Styles without what fetches: imports, and addresses other than pictures inside the text; and without HTML's comment marks. */
export function stillCss(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (escape, code: string) => plainLetter(parseInt(code, 16)) ?? escape)
    .replace(/\\([g-z])/gi, '$1')
    .replace(/<!--|-->/g, '')
    .replace(/@import[^;]*(;|$)/gi, '')
    .replace(/url\((?!\s*["']?data:image\/)[^)]*\)/gi, 'none');
}
