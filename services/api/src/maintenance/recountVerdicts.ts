import type { FullRow } from './recount';

/**
 * Finds machines and people among a person's opens and clicks again, by plain loops over rows in full, to check the
 * service by. It knows what version 1 of the rules says by itself and shares no code with the registry; keep it so.
 */

/** The version of the rules that is written down here. */
export const recountedRules = 1;

const scanners = [
  ...['mimecast', 'proofpoint', 'barracuda', 'symantec', 'messagelabs', 'ironport', 'fireeye', 'trendmicro'],
  ...['forcepoint', 'sophos', 'zscaler', 'cloudmark', 'mailscanner', 'safelinks', 'google-safety'],
  ...['googlebot', 'bingbot', 'slackbot', 'linkedinbot', 'twitterbot', 'telegrambot', 'facebookexternalhit'],
  ...['skypeuripreview', 'headlesschrome', 'phantomjs', 'python-requests', 'go-http-client', 'curl/', 'wget/'],
];
const marks = ['IsMachine', 'IsBot', 'MachineOpen', 'IsPrefetched', 'sg_machine_open', 'is_bot', 'is_prefetched'];
const appleMail = 'bb63337d-d8da-489a-9ee3-857154e5080c';

/** Ids of the opens and clicks that are machines'. @param rows of one person, without test sends */
export function machines(rows: readonly FullRow[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const row of rows) if ((isOpen(row) || isClick(row)) && bearsMark(row)) found.add(row.id);
  for (const message of messagesOf(rows)) {
    const clicks = message.filter(isClick);
    const deliveries = message.filter(
      ({ type, columns }) => type === 'EmailDelivered' && !(Number(columns['DeliveredCount']) < 0),
    );
    for (const row of message) {
      if (isOpen(row) && cell(row, 'EmailClientId') === appleMail && isNear(row, deliveries, 30)) found.add(row.id);
      if (isClick(row) && (isToldByMachine(row, clicks) || isNear(row, deliveries, 10))) found.add(row.id);
      if ((isOpen(row) || isClick(row)) && isInSweep(row, clicks)) found.add(row.id);
      const alike = (other: FullRow): boolean => other.type === row.type && other.at === row.at;
      if ((isOpen(row) || isClick(row)) && message.filter(alike).length > 2) found.add(row.id);
    }
  }
  return found;
}

const cell = (row: FullRow, column: string): string => row.columns[column] ?? '';
const isOpen = ({ type }: FullRow): boolean => type === 'EmailOpened';
const isClick = ({ type }: FullRow): boolean => type === 'EmailClicked' || type === 'BotEmailLinkClicked';

function bearsMark(row: FullRow): boolean {
  const agent = cell(row, 'UserAgent').toLowerCase();
  return (
    row.type === 'BotEmailLinkClicked' ||
    cell(row, 'BotDetectionReason') !== '' ||
    marks.some((mark) => ['true', '1', 'yes'].includes(cell(row, mark).trim().toLowerCase())) ||
    scanners.some((scanner) => agent.indexOf(scanner) >= 0) ||
    (isOpen(row) && agent.trim() === 'mozilla/5.0')
  );
}

/** The rows of each message with opens or clicks. */
function messagesOf(rows: readonly FullRow[]): readonly (readonly FullRow[])[] {
  const byMessage: Record<string, FullRow[]> = {};
  for (const row of rows) {
    const message = cell(row, 'MessageId');
    if (message !== '') (byMessage[message] ??= []).push(row);
  }
  return Object.values(byMessage).filter((message) => message.some((row) => isOpen(row) || isClick(row)));
}

const isNear = (row: FullRow, deliveries: readonly FullRow[], seconds: number): boolean =>
  deliveries.some(
    (other) => cell(other, 'SendingId') === cell(row, 'SendingId') && Math.abs(other.at - row.at) <= seconds * 1000,
  );

const isToldByMachine = (row: FullRow, clicks: readonly FullRow[]): boolean =>
  clicks.some(
    (other) =>
      other.type === 'BotEmailLinkClicked' && other.at === row.at && cell(other, 'LinkId') === cell(row, 'LinkId'),
  );

/** Whether ten seconds that begin with the row or some click hold the row and clicks on three different links. */
function isInSweep(row: FullRow, clicks: readonly FullRow[]): boolean {
  for (const first of [row, ...clicks]) {
    const isInside = (at: number): boolean => at >= first.at && at <= first.at + 10_000;
    if (!isInside(row.at)) continue;
    const links = clicks.filter(({ at }) => isInside(at)).map((click) => cell(click, 'LinkId'));
    if (new Set(links.filter((link) => link !== '')).size > 2) return true;
  }
  return false;
}
