import { emailKpis, formKpis, pageKpis } from './channelKpis';
import { counted, type KpiDef } from './kpiRows';

const {
  sent,
  delivered,
  deliveryRate,
  opensTotal,
  openRate,
  clicksTotal,
  clickThroughRate,
  clickToOpenRate,
  hardBounces,
  softBounces,
  blockBounces,
  bounces,
  blocked,
  spamComplaints,
  unsubscribeRate,
} = emailKpis;

/** KPIs of a customer journey, of all its emails together. */
export const journeyKpis = {
  peopleReached: counted(
    'peopleReached',
    'People to whom at least one message was delivered in the period, each once, however many runs they were in.',
    840,
  ),
  peopleActive: counted(
    'peopleActive',
    'People who did something in the period, as opening, clicking or sending a form, each once. Machines are left out.',
    320,
    'up',
  ),
  sent,
  delivered,
  deliveryRate,
  opensTotal,
  opensUnique: {
    ...counted('opensUnique', 'Messages opened at least once in the period, each once a person.', 310, 'up'),
    range: true,
    savable: true,
  },
  openRate,
  clicksTotal,
  clicksUnique: {
    ...counted(
      'clicksUnique',
      'Messages in which at least one link was clicked in the period, each once a person.',
      90,
      'up',
    ),
    savable: true,
  },
  clickThroughRate,
  clickToOpenRate,
  bounces,
  softBounces: { ...softBounces, savable: true },
  hardBounces: { ...hardBounces, savable: true },
  blockBounces: { ...blockBounces, savable: true },
  blocked,
  spamComplaints,
  unsubscribes: counted(
    'unsubscribes',
    'Messages from which somebody left at least one list, once a person.',
    3,
    'down',
  ),
  unsubscribeRate,
  stopped: counted(
    'stopped',
    'People who were stopped at a step, for whatever reason: somebody who is stopped in two runs counts twice.',
    12,
    'down',
  ),
  pageVisits: pageKpis.pageVisits,
  formVisits: formKpis.formVisits,
  formSubmissions: counted(
    'formSubmissions',
    'Forms sent by people whom the journey brought there, each submission once. Failed ones are included.',
    12,
    'up',
  ),
  formConversion: formKpis.conversion,
} as const satisfies Record<string, KpiDef>;
