/** Messages of layouts that are sent: tables in tables, pictures as data, buttons, footers. All names are invented. */

/** A picture of one colour that comes with the message. */
const picture = (colour: string, width = 260, height = 84): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour}"/></svg>`;
  return `data:image/svg+xml;base64,${btoa(svg)}`;
};

export const site = 'https://aquila-pumps.example';

interface SampleLink {
  readonly path: string;
  readonly words: string;
}

const products: readonly SampleLink[] = Array.from({ length: 12 }, (_, n) => ({
  path: `/parts/kit-${n + 1}?from=mail&n=${n + 1}`,
  words: `Seal kit ${n + 1}`,
}));

const escaped = (text: string): string => text.replace(/&/g, '&amp;');
const link = ({ path, words }: SampleLink, style = ''): string =>
  `<a href="${escaped(site + path)}" style="${style}">${words}</a>`;

/** Cells of two products a row, each a picture and a name that lead to the same address. */
const productRows = (some: readonly SampleLink[]): string =>
  some
    .map((one, n) => {
      const cell = `<td width="50%" style="padding:8px"><a href="${escaped(site + one.path)}"><img src="${picture('#dfe7e7')}" width="260" height="84" alt="${one.words}" style="display:block"></a>${link(one, 'color:#0b5c63')}</td>`;
      return n % 2 === 0 ? `<tr>${cell}` : `${cell}</tr>`;
    })
    .join('');

const frame = (body: string): string => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
<html><head><meta charset="utf-8"><title>Winter check</title>
<style type="text/css"><!-- .lead { font-size: 14px; line-height: 20px } .button { background: #0b5c63; color: #ffffff !important } --></style></head>
<body style="margin:0;background:#f3f2f1;font-family:Arial,sans-serif" bgcolor="#f3f2f1">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="background:#ffffff">${body}</table>
</td></tr></table></body></html>`;

/** 28 links on 15 addresses: a header, a button, twelve products told twice, words that wrap, a footer. */
export const newsletter = frame(`
<tr><td style="padding:16px">${link({ path: '/', words: 'Company page' }, 'float:right')}<b>AQUILA PUMPS</b></td></tr>
<tr><td style="padding:24px;background:#e6f2f2"><h1 style="font-size:20px">Ready for frost, Marta?</h1>
<p class="lead">Nine in ten winter stops start at a worn seal.</p>
<a class="button" href="${site}/audit" style="display:inline-block;padding:8px 20px;text-decoration:none">Book a pump audit</a></td></tr>
<tr><td><table role="presentation" width="100%">${productRows(products)}</table></td></tr>
<tr><td style="padding:16px" class="lead">Walk through the season in six steps, and see
${link({ path: '/stories/fjordmill', words: 'how a mill in Odda cut its stops by half, what it paid, and what its people say about it today' })}.</td></tr>
<tr><td style="padding:16px;font-size:12px">Aquila Pumps AS, Bergen <a href="{{contentsettings.subscriptionCenter}}">Change what you get</a></td></tr>`);

/** The version before it: with an offer that is gone from the newest. */
export const newsletterBefore = frame(`
<tr><td style="padding:16px">${link({ path: '/', words: 'Company page' })}</td></tr>
<tr><td style="padding:24px">${link({ path: '/offers/summer', words: 'Summer offer' })} <a href="${site}/audit">Book a pump audit</a></td></tr>`);

/** Tables four deep, each with a link of its own. */
export const nested = frame(
  `<tr><td>${Array.from({ length: 4 }, (_, n) => n).reduceRight(
    (inside, n) =>
      `<table border="1" cellpadding="8"><tr><td>${link({ path: `/deep/${n}`, words: `Level ${n}` })}${inside}</td></tr></table>`,
    '',
  )}</td></tr>`,
);

export const sixtyLinks = frame(
  `<tr><td>${Array.from({ length: 60 }, (_, n) => link({ path: `/many/${n}`, words: `Link ${n}` })).join(' ')}</td></tr>`,
);

export const noLinks = frame('<tr><td style="padding:16px">Thank you for coming.</td></tr>');

/** Everything by which a message may run, ask, lead away or reach out. @param server where it would ask */
export const hostile = (server: string): string => `<!doctype html>
<html><head>
<base href="${server}/base/">
<meta http-equiv="refresh" content="0;url=${server}/refresh">
<link rel="stylesheet" href="${server}/link.css"><link rel="preload" as="image" href="${server}/preload.png">
<link rel="dns-prefetch" href="${server}"><link rel="icon" href="${server}/icon.png">
<style>@import "${server}/import.css"; @import url(${server}/import2.css);
@\\69mport "${server}/import3.css"; body { background: url("${server}/body.png") } .a { background: u\\72l(${server}/escaped.png) }
@font-face { font-family: x; src: url(${server}/font.woff) } * { font-family: x; cursor: url(${server}/cursor.cur), auto }
.b { background-image: image-set("${server}/set.png" 1x) } li { list-style-image: url(${server}/list.png) }</style>
<script>parent.ran = 'script'; fetch('${server}/script')</script><script src="${server}/script.js"></script>
</head>
<body onload="parent.ran = 'onload'" background="${server}/background.png">
<a href="${site}/audit" ping="${server}/ping" onclick="parent.ran = 'onclick'">Book a pump audit</a>
<a href="javascript:parent.ran = 'javascript'">A script</a> <a href="#top" target="_top">Top</a>
<a href="${server}/leave" target="_blank">Leave</a> <a href="data:text/html,<script>parent.ran=1</script>">Data</a>
<img src="${server}/pixel.gif" width="1" height="1" onerror="parent.ran = 'onerror'" alt="">
<img src="x" onerror="parent.ran = 'broken'"><img srcset="${server}/srcset.png 1x">
<picture><source srcset="${server}/source.png"><img src="${server}/picture.png"></picture>
<div class="a b" style="background: url(${server}/inline.png); border-image: url('${server}/border.png')">Styled</div>
<form action="${server}/form" method="post"><input name="a" value="1" autofocus onfocus="parent.ran = 'focus'"><button>Send</button></form>
<svg onload="parent.ran = 'svg'"><image href="${server}/svg.png"/><script>parent.ran = 'svgscript'</script><use href="${server}/use.svg#x"/></svg>
<math><mtext><style><img src="${server}/math.png" onerror="parent.ran = 'math'"></style></mtext></math>
<iframe src="${server}/frame"></iframe><iframe srcdoc="<script>parent.parent.ran = 'frame'</script>"></iframe>
<object data="${server}/object"></object><embed src="${server}/embed"><applet code="${server}/applet"></applet>
<video src="${server}/video.mp4" poster="${server}/poster.png" autoplay></video><audio src="${server}/audio.mp3" autoplay></audio>
<table background="${server}/table.png"><tr><td background="${server}/cell.png">Cell</td></tr></table>
<details open ontoggle="parent.ran = 'toggle'"><summary>More</summary></details>
<marquee onstart="parent.ran = 'marquee'">Text</marquee>
<template><img src="${server}/template.png"></template><noscript><img src="${server}/noscript.png"></noscript>
</body></html>`;
