import { counted, ratio, type KpiDef } from './kpiRows';

/** KPIs of the interactions of people: a contact's, and those of all contacts of an account. */
export const personKpis = {
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
export const listKpis = {
  listJoins: counted('listJoins', 'Times they joined a subscription list.', 1, 'up'),
  listLeaves: counted('listLeaves', 'Times they left a subscription list.', 0, 'down'),
} as const satisfies Record<string, KpiDef>;

/** KPIs of several people together. */
export const accountKpis = {
  peopleActive: counted(
    'peopleActive',
    'Contacts of the account who did something themselves in the period, machines left out.',
    6,
    'up',
  ),
} as const satisfies Record<string, KpiDef>;
