import type { Formula, Tally } from '../formula';
import { counters, type CounterId } from './counters';
import type { RecordType } from './recordTypes';

export interface KpiDef {
  readonly title: string;
  /** One plain sentence or two: what is counted, and what a reader might wonder about. */
  readonly tooltip: string;
  readonly unit: 'count' | 'percent';
  readonly formula: Formula;
  /** What is shown, and said, when there is nothing: zero is a number, none is no answer with its reason. */
  readonly empty: { readonly shows: 'zero' } | { readonly shows: 'none'; readonly because: string };
  /** Which way is good; volume is neither. */
  readonly good?: 'up' | 'down';
  /** Shown as a range, too: from what is surely people's to everything. */
  readonly range?: boolean;
  readonly example: { readonly given: Tally; readonly shows: number | null };
}

const zero = { shows: 'zero' } as const;
const counted = (counter: CounterId, tooltip: string, example: number, good?: 'up' | 'down'): KpiDef => ({
  title: counters[counter].title,
  tooltip,
  unit: 'count',
  formula: { op: 'counter', counter },
  empty: zero,
  ...(good ? { good } : {}),
  example: { given: { [counter]: example }, shows: example },
});
const ratio = (of: CounterId, over: CounterId): Formula => ({
  op: 'ratio',
  of: { op: 'counter', counter: of },
  over: { op: 'counter', counter: over },
});

/** KPIs of the interactions of people: a contact's, and those of all contacts of an account. */
const personKpis = {
  interactions: counted('interactions', 'Everything they did or were sent. Test sends are left out.', 47),
  sent: counted('sent', 'Messages handed to the mail servers for them. They may still bounce.', 9),
  delivered: counted(
    'delivered',
    'Messages that the mail server took, on the day it took them. One that bounces later no longer counts.',
    9,
  ),
  unopened: counted(
    'unopened',
    'Messages delivered in the period that were never opened, not even after it. Clients that block pictures hide opens.',
    2,
    'down',
  ),
  opensTotal: {
    ...counted(
      'opensTotal',
      'Every time the pictures of a message were loaded, repeats included. Clients that block pictures are not seen.',
      14,
      'up',
    ),
    range: true,
  },
  opensUnique: {
    ...counted(
      'opensUnique',
      'Messages opened at least once in the period. Several runs of a journey with the same message count as one.',
      7,
      'up',
    ),
    range: true,
  },
  clicksTotal: counted(
    'clicksTotal',
    'Every click on a link of a message, repeats included. A click that a machine and a person report alike counts once.',
    6,
    'up',
  ),
  clicksUnique: counted('clicksUnique', 'Messages in which at least one link was clicked in the period.', 4, 'up'),
  hardBounces: counted(
    'hardBounces',
    'Messages sent back because the address or its domain does not exist. Bounces after delivery are included.',
    0,
    'down',
  ),
  softBounces: counted(
    'softBounces',
    'Messages sent back for now, as by a full mailbox. Bounces after delivery are included.',
    1,
    'down',
  ),
  blockBounces: counted(
    'blockBounces',
    'Messages sent back for a reason that is neither hard nor soft, mostly a refusal by the receiving server.',
    0,
    'down',
  ),
  blocked: counted(
    'blocked',
    'Messages held back by a rule before sending. Where a general and a specific reason are told, the specific one counts.',
    1,
    'down',
  ),
  spamComplaints: counted('spamComplaints', 'Times they marked a message as spam. Sending stops then.', 0, 'down'),
  forwards: counted(
    'forwards',
    'Times a message was forwarded by its forward page. Forwards in the mail client are not seen.',
    1,
    'up',
  ),
  subscriptionSubmits: counted(
    'subscriptionSubmits',
    'Times the subscription center was submitted from a message, changed or not.',
    1,
  ),
  unsubscribes: counted('unsubscribes', 'Messages from which they left at least one list.', 0, 'down'),
  websiteVisits: counted(
    'websiteVisits',
    'Pages visited that have the tracking script or one of your forms. What was visited before it was known who they are is included.',
    6,
    'up',
  ),
  websiteClicks: counted('websiteClicks', 'Clicks on links of tracked pages, repeats included.', 3, 'up'),
  redirectClicks: counted(
    'redirectClicks',
    'Clicks on your redirect URLs, repeats included, also from before it was known who they are.',
    2,
    'up',
  ),
  formVisits: counted('formVisits', 'Times one of your forms was seen, whether or not it was sent.', 3, 'up'),
  formSubmissions: counted(
    'formSubmissions',
    'Forms sent, each submission once, however often it was processed. Failed ones are included.',
    1,
    'up',
  ),
  eventRegistrations: counted('eventRegistrations', 'Registrations for your events.', 2, 'up'),
  eventCheckIns: counted('eventCheckIns', 'Times they came and were checked in at an event.', 1, 'up'),
  eventCancellations: counted('eventCancellations', 'Registrations cancelled, of events and of sessions.', 0, 'down'),
  openRate: {
    title: 'Open rate',
    tooltip:
      'Of the messages delivered in the period, the share opened. Passes 100% when an opened message came earlier.',
    unit: 'percent',
    formula: ratio('opensUnique', 'delivered'),
    empty: { shows: 'none', because: 'Nothing was delivered' },
    good: 'up',
    example: { given: { opensUnique: 7, delivered: 9 }, shows: 7 / 9 },
  },
  clickThroughRate: {
    title: 'Click-through',
    tooltip:
      'Of the messages delivered in the period, the share with a click. Passes 100% when a clicked message came earlier.',
    unit: 'percent',
    formula: ratio('clicksUnique', 'delivered'),
    empty: { shows: 'none', because: 'Nothing was delivered' },
    good: 'up',
    example: { given: { clicksUnique: 3, delivered: 12 }, shows: 0.25 },
  },
  clickToOpenRate: {
    title: 'Click-to-open',
    tooltip: 'Of the messages opened, the share that also got a click. Can pass 100% when pictures are off.',
    unit: 'percent',
    formula: ratio('clicksUnique', 'opensUnique'),
    empty: { shows: 'none', because: 'Nothing was opened' },
    good: 'up',
    example: { given: { clicksUnique: 4, opensUnique: 8 }, shows: 0.5 },
  },
  deliveryRate: {
    title: 'Delivery rate',
    tooltip: 'Of the messages sent in the period, the share that the mail server took and kept.',
    unit: 'percent',
    formula: ratio('delivered', 'sent'),
    empty: { shows: 'none', because: 'Nothing was sent' },
    good: 'up',
    example: { given: { delivered: 9, sent: 10 }, shows: 0.9 },
  },
} as const satisfies Record<string, KpiDef>;

/** Which lists a person is on is the person's own. */
const listKpis = {
  listJoins: counted('listJoins', 'Times they joined a subscription list.', 1, 'up'),
  listLeaves: counted('listLeaves', 'Times they left a subscription list.', 0, 'down'),
} as const satisfies Record<string, KpiDef>;

/** KPIs of several people together. */
const accountKpis = {
  peopleActive: counted(
    'peopleActive',
    'Contacts of the account who did something themselves in the period, machines left out.',
    6,
    'up',
  ),
} as const satisfies Record<string, KpiDef>;

/** KPIs of a message, of everybody it was sent to. */
const emailKpis = {
  sent: counted('sent', 'Messages handed to the mail servers, one a person and send. They may still bounce.', 900),
  delivered: counted(
    'delivered',
    'Messages that the mail server took, on the day it took them. One that bounces later no longer counts.',
    880,
  ),
  deliveryRate: personKpis.deliveryRate,
  opensTotal: { ...personKpis.opensTotal },
  opensUnique: {
    ...counted('opensUnique', 'People who opened the message at least once in the period.', 310, 'up'),
    range: true,
  },
  openRate: personKpis.openRate,
  clicksTotal: personKpis.clicksTotal,
  clicksUnique: counted('clicksUnique', 'People who clicked at least one link of the message in the period.', 90, 'up'),
  uniqueLinkClicks: counted(
    'uniqueLinkClicks',
    'People and links clicked: somebody who clicked two links counts twice, and once however often they clicked one.',
    120,
    'up',
  ),
  clickThroughRate: personKpis.clickThroughRate,
  clickToOpenRate: personKpis.clickToOpenRate,
  unopened: counted(
    'unopened',
    'Messages delivered in the period that were never opened, not even after it. Clients that block pictures hide opens.',
    570,
    'down',
  ),
  hardBounces: personKpis.hardBounces,
  softBounces: personKpis.softBounces,
  blockBounces: personKpis.blockBounces,
  bounces: counted('bounces', 'Messages sent back for any reason, also after delivery.', 20, 'down'),
  blocked: personKpis.blocked,
  spamComplaints: counted(
    'spamComplaints',
    'Times somebody marked the message as spam. Sending to them stops.',
    0,
    'down',
  ),
  forwards: personKpis.forwards,
  subscriptionSubmits: personKpis.subscriptionSubmits,
  unsubscribes: counted('unsubscribes', 'People who left at least one list from the message.', 3, 'down'),
  unsubscribeRate: {
    title: 'Unsubscribe rate',
    tooltip: 'Of the messages delivered in the period, the share from which somebody left a list.',
    unit: 'percent',
    formula: ratio('unsubscribes', 'delivered'),
    empty: { shows: 'none', because: 'Nothing was delivered' },
    good: 'down',
    example: { given: { unsubscribes: 3, delivered: 120 }, shows: 0.025 },
  },
  generatedLeads: counted(
    'generatedLeads',
    'New leads from forms that were reached from the message. Leads that were there before do not count.',
    4,
    'up',
  ),
  reactions: counted('reactions', 'Every open and click, repeats included.', 450, 'up'),
} as const satisfies Record<string, KpiDef>;

const conversion = (visits: CounterId): KpiDef => ({
  title: 'Conversion',
  tooltip: 'Submissions of the period for each visit of the period. Passes 100% when a form is sent several times.',
  unit: 'percent',
  formula: ratio('formSubmissions', visits),
  empty: { shows: 'none', because: 'Nobody came' },
  good: 'up',
  example: { given: { formSubmissions: 12, [visits]: 48 }, shows: 0.25 },
});

const visitKpis = {
  pageVisits: counted('pageVisits', 'Each time a page was loaded, by people known and not known.', 480, 'up'),
  visitors: counted(
    'visitors',
    'Contacts who came, and browsers of people who are not known. Somebody who was known on some visits only counts as both.',
    210,
    'up',
  ),
} as const satisfies Record<string, KpiDef>;

/** KPIs of a marketing page. */
const pageKpis = {
  ...visitKpis,
  newVisits: counted('newVisits', 'Visits of people who had not been on the site before.', 160, 'up'),
  returningVisits: counted('returningVisits', 'Visits of people who had been on the site before.', 320, 'up'),
  formSubmissions: counted(
    'formSubmissions',
    'Forms sent from the page, each submission once. Failed ones are included.',
    12,
    'up',
  ),
  conversion: conversion('pageVisits'),
} as const satisfies Record<string, KpiDef>;

/** KPIs of a marketing form, wherever it stands. */
const formKpis = {
  formVisits: counted('formVisits', 'Times the form was seen, on whatever page, whether or not it was sent.', 48, 'up'),
  formSubmissions: counted(
    'formSubmissions',
    'Submissions, each once, however often it was processed. Failed ones are included.',
    12,
    'up',
  ),
  conversion: conversion('formVisits'),
  contactsCreated: counted('contactsCreated', 'Submissions that made a new contact.', 3, 'up'),
  contactsUpdated: counted('contactsUpdated', 'Submissions that changed a contact who was there before.', 8),
  leadsCreated: counted('leadsCreated', 'Submissions that made a new lead.', 2, 'up'),
  leadsUpdated: counted('leadsUpdated', 'Submissions that changed a lead that was there before.', 1),
  failedSubmissions: counted(
    'failedSubmissions',
    'Submissions that could not be processed; the list says why.',
    1,
    'down',
  ),
} as const satisfies Record<string, KpiDef>;

/** KPIs of a website. */
const websiteKpis = {
  ...visitKpis,
  sessions: counted(
    'sessions',
    'Stretches of visits in one browser, as the tracking script tells them. Visits without one are in none.',
    260,
    'up',
  ),
  websiteClicks: counted('websiteClicks', 'Clicks on links of its pages, repeats included.', 150, 'up'),
} as const satisfies Record<string, KpiDef>;

/** KPIs of a redirect URL. */
const redirectKpis = {
  redirectClicks: counted(
    'redirectClicks',
    'Clicks on the redirect URL, repeats included, by people known and not known.',
    90,
    'up',
  ),
  redirectPeople: counted(
    'redirectPeople',
    'Contacts who clicked, and browsers of people who are not known. Somebody who was known on some clicks only counts as both.',
    70,
    'up',
  ),
} as const satisfies Record<string, KpiDef>;

type Prefixed<Type extends RecordType, Rows> = { [Name in keyof Rows & string as `${Type}.${Name}`]: KpiDef };

function kpisOf<Type extends RecordType, Rows extends Record<string, KpiDef>>(
  type: Type,
  rows: Rows,
): Prefixed<Type, Rows> {
  return Object.fromEntries(Object.entries(rows).map(([name, def]) => [`${type}.${name}`, def])) as Prefixed<
    Type,
    Rows
  >;
}

/** All KPIs by id, `recordType.camelName`; an id is never used again for something else. */
export const kpis = {
  ...kpisOf('contact', { ...personKpis, ...listKpis }),
  ...kpisOf('account', { ...accountKpis, ...personKpis }),
  ...kpisOf('email', emailKpis),
  ...kpisOf('page', pageKpis),
  ...kpisOf('form', formKpis),
  ...kpisOf('website', websiteKpis),
  ...kpisOf('redirectUrl', redirectKpis),
};

export type KpiId = keyof typeof kpis;

export const kpiIds = Object.keys(kpis) as KpiId[];

export function kpiOf(id: KpiId): KpiDef {
  return kpis[id];
}

export function isKpi(text: string): text is KpiId {
  return Object.hasOwn(kpis, text);
}
