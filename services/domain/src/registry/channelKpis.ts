import type { CounterId } from './counters';
import { counted, ratio, type KpiDef } from './kpiRows';
import { personKpis } from './personKpis';

/** KPIs of a message, of everybody it was sent to. */
export const emailKpis = {
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
export const pageKpis = {
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
export const formKpis = {
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
export const websiteKpis = {
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
export const redirectKpis = {
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
