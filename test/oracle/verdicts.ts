import { cell, type Row } from './rows';

/** Who opened or clicked, and by which rule that is told; the rule is empty where none tells. */
export interface Judgement {
  readonly verdict: 'human' | 'machine' | 'unknown';
  readonly rule: string;
}

type Test = (row: Row, others: readonly Row[]) => boolean;

const isOpen = (row: Row): boolean => row.type === 'EmailOpened';
const isMachineClick = (row: Row): boolean => row.type === 'BotEmailLinkClicked';
const isClick = (row: Row): boolean => row.type === 'EmailClicked' || isMachineClick(row);

const agentHas = (row: Row, ...parts: readonly string[]): boolean =>
  parts.some((part) => cell(row, 'UserAgent').toLowerCase().includes(part.toLowerCase()));
const saysYes = (row: Row, column: string): boolean => /^(true|1|yes)$/i.test(cell(row, column).trim());
const isAppleMail = (row: Row): boolean => cell(row, 'EmailClientId') === 'bb63337d-d8da-489a-9ee3-857154e5080c';

const apart = (a: Row, b: Row): number => Math.abs(a.at - b.at) / 1000;
const secondsAfter = (later: Row, row: Row): number => (later.at - row.at) / 1000;

const isAtDelivery = (row: Row, others: readonly Row[], seconds: number): boolean =>
  others.some(
    (other) =>
      other.type === 'EmailDelivered' &&
      !(Number(cell(other, 'DeliveredCount')) < 0) &&
      cell(other, 'SendingId') === cell(row, 'SendingId') &&
      apart(other, row) <= seconds,
  );

const isSameBrowser = (a: Row, b: Row): boolean =>
  ['SessionId', 'VisitorId'].some((column) => cell(a, column) !== '' && cell(a, column) === cell(b, column));

/** Three clicks on different links, no two more than ten seconds apart, nor any of them from the row. */
function isInSweep(row: Row, others: readonly Row[]): boolean {
  const clicks = others.filter((other) => isClick(other) && apart(other, row) <= 10);
  return clicks.some((a) =>
    clicks.some((b) =>
      clicks.some((c) => areDifferentLinks(a, b, c) && Math.max(apart(a, b), apart(b, c), apart(a, c)) <= 10),
    ),
  );
}

function areDifferentLinks(...clicks: readonly Row[]): boolean {
  const links = clicks.map((click) => cell(click, 'LinkId'));
  return !links.includes('') && new Set(links).size === clicks.length;
}

const isAnsweredByHuman = (row: Row, others: readonly Row[]): boolean =>
  others.some((other) => {
    const after = secondsAfter(other, row);
    return isClick(other) && after >= 0 && after <= 30 * 60 && judge(other, others).verdict === 'human';
  });

const went = ['WebsiteVisited', 'WebsiteClicked', 'FormVisited', 'FormSubmitted'];

/** Version 1 of the rules: the first that fits decides. `others` are all rows of the person and the message. */
const machineRules: Readonly<Record<string, Test>> = {
  machineType: isMachineClick,
  machineTwin: (row, others) =>
    isClick(row) &&
    others.some(
      (other) => isMachineClick(other) && other.at === row.at && cell(other, 'LinkId') === cell(row, 'LinkId'),
    ),
  providerReason: (row) => cell(row, 'BotDetectionReason') !== '',
  providerMark: (row) =>
    ['IsMachine', 'IsBot', 'MachineOpen', 'IsPrefetched', 'sg_machine_open', 'is_bot', 'is_prefetched'].some((column) =>
      saysYes(row, column),
    ),
  scannerAgent: (row) =>
    agentHas(row, 'Mimecast', 'Proofpoint', 'Barracuda', 'Symantec', 'MessageLabs', 'IronPort', 'FireEye') ||
    agentHas(row, 'TrendMicro', 'Forcepoint', 'Sophos', 'Zscaler', 'Cloudmark', 'MailScanner', 'SafeLinks') ||
    agentHas(row, 'Google-Safety', 'Googlebot', 'bingbot', 'Slackbot', 'LinkedInBot', 'Twitterbot', 'TelegramBot') ||
    agentHas(row, 'facebookexternalhit', 'SkypeUriPreview', 'HeadlessChrome', 'PhantomJS', 'python-requests') ||
    agentHas(row, 'Go-http-client', 'curl/', 'Wget/'),
  applePrivacy: (row) => isOpen(row) && cell(row, 'UserAgent').trim().toLowerCase() === 'mozilla/5.0',
  appleAtDelivery: (row, others) => isOpen(row) && isAppleMail(row) && isAtDelivery(row, others, 30),
  linkSweep: isInSweep,
  clickAtDelivery: (row, others) => isClick(row) && isAtDelivery(row, others, 10),
  sameInstant: (row, others) => others.filter((other) => other.type === row.type && other.at === row.at).length >= 3,
};
const humanRules: Readonly<Record<string, Test>> = {
  visitAfterClick: (row, others) =>
    isClick(row) &&
    others.some((other) => {
      const after = secondsAfter(other, row);
      return went.includes(other.type) && after >= 0 && after <= 30 * 60 && isSameBrowser(other, row);
    }),
  clickAfterOpen: (row, others) => isOpen(row) && isAnsweredByHuman(row, others),
};
const doubts: Readonly<Record<string, Test>> = {
  pictureProxy: (row) => isOpen(row) && agentHas(row, 'GoogleImageProxy', 'YahooMailProxy'),
  appleMail: (row) => isOpen(row) && isAppleMail(row),
};

function judge(row: Row, others: readonly Row[]): Judgement {
  for (const [verdict, rules] of [
    ['machine', machineRules],
    ['human', humanRules],
    ['unknown', doubts],
  ] as const) {
    const rule = Object.keys(rules).find((name) => rules[name]?.(row, others));
    if (rule !== undefined) return { verdict, rule };
  }
  return { verdict: 'unknown', rule: '' };
}

/**
 * Each open and click of a person, by id. Rows that name no message stand alone.
 * @param rows of one person, without test sends
 */
export function judgements(rows: readonly Row[]): ReadonlyMap<string, Judgement> {
  const found = new Map<string, Judgement>();
  for (const row of rows) {
    if (!isOpen(row) && !isClick(row)) continue;
    const message = cell(row, 'MessageId');
    const others = message === '' ? [] : rows.filter((other) => cell(other, 'MessageId') === message);
    found.set(row.id, judge(row, others));
  }
  return found;
}

/** Ids of the opens and clicks that are machines'. */
export function machinesAmong(rows: readonly Row[]): ReadonlySet<string> {
  const all = [...judgements(rows)];
  return new Set(all.filter(([, { verdict }]) => verdict === 'machine').map(([id]) => id));
}
