/**
 * What two spellings of one web address have in common: entities decoded, host in lower case, no protocol, default port
 * or closing slash, percent signs as browsers write them. What is no web address (a mail address, a placeholder) is
 * compared as it is.
 */
export function addressKey(address: string): string {
  const text = decoded(address).trim();
  const url = parsed(text) ?? (beginsWithHost.test(text) ? parsed(`https://${text}`) : undefined);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return text;
  return `${url.host}${plain(url.pathname.replace(/\/+$/, ''))}${plain(url.search)}${plain(url.hash)}`;
}

const beginsWithHost = /^[\w-]+(\.[\w-]+)+/;

/** Whether clicks on it can be counted: a web address, not a mail address or a mark within the message. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address.trim());

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Without percent signs, as far as they are right. */
function plain(part: string): string {
  try {
    return decodeURI(part);
  } catch {
    return part;
  }
}

/** Addresses come with `&amp;` where they were taken from HTML. A page of a parser asks for nothing and runs nothing. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return new DOMParser().parseFromString(text, 'text/html').documentElement.textContent;
}
