import type { CategoryDef } from './insights';
import { wideList } from './listPanels';

const overview: CategoryDef = {
  id: 'overview',
  title: 'Overview',
  preset: 'months12',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'headline',
      kpis: [
        'email.delivered',
        'email.openRate',
        'email.clickThroughRate',
        'email.unsubscribes',
        'email.generatedLeads',
      ],
    },
    {
      kind: 'funnel',
      id: 'funnel',
      title: 'From sent to clicked',
      tooltip:
        'Messages sent and delivered, then people who opened and who clicked. Opens and clicks of a message that came before the period count, too.',
      kpis: ['email.sent', 'email.delivered', 'email.opensUnique', 'email.clicksUnique'],
    },
    {
      kind: 'kpiTiles',
      id: 'response',
      title: 'Response',
      compact: true,
      kpis: [
        'email.opensTotal',
        'email.opensUnique',
        'email.clicksTotal',
        'email.clicksUnique',
        'email.clickToOpenRate',
        'email.unopened',
        'email.forwards',
        'email.subscriptionSubmits',
        'email.unsubscribeRate',
      ],
    },
    {
      kind: 'kpiTiles',
      id: 'delivery',
      title: 'Delivery',
      compact: true,
      kpis: [
        'email.sent',
        'email.deliveryRate',
        'email.hardBounces',
        'email.softBounces',
        'email.blockBounces',
        'email.blocked',
        'email.spamComplaints',
      ],
    },
    {
      kind: 'byDay',
      id: 'byDay',
      title: 'Responses by day',
      tooltip: 'Messages delivered, opens and clicks on each day of the period, repeats included.',
      kpis: ['email.delivered', 'email.opensTotal', 'email.clicksTotal'],
    },
    {
      kind: 'values',
      id: 'topLinks',
      title: 'Top 10 links',
      tooltip: 'The links that most people clicked, over all time: dates do not filter them.',
      dimension: 'link',
      kpis: ['email.uniqueLinkClicks', 'email.clicksTotal'],
      shows: 'bars',
      most: 10,
      anyTime: true,
    },
    {
      kind: 'map',
      id: 'map',
      title: 'Where',
      tooltip: 'Opens and clicks by country. Mail services that fetch pictures for their users hide where those are.',
      kpi: 'email.reactions',
    },
    {
      kind: 'values',
      id: 'devices',
      title: 'Devices',
      tooltip: 'Opens and clicks by kind of device, as the operating system tells it.',
      dimension: 'device',
      kpis: ['email.reactions'],
      shows: 'bars',
    },
    {
      kind: 'values',
      id: 'browsers',
      title: 'Browsers and mail programs',
      tooltip: 'Opens and clicks by browser or mail program. Some mail services hide it.',
      dimension: 'browser',
      kpis: ['email.reactions'],
      shows: 'bars',
    },
    {
      kind: 'values',
      id: 'systems',
      title: 'Operating systems',
      tooltip: 'Opens and clicks by operating system. Some mail services hide it.',
      dimension: 'system',
      kpis: ['email.reactions'],
      shows: 'bars',
    },
  ],
};

const delivery: CategoryDef = {
  id: 'delivery',
  title: 'Delivery',
  preset: 'months12',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'rates',
      kpis: ['email.sent', 'email.delivered', 'email.deliveryRate', 'email.bounces', 'email.blocked'],
    },
    {
      kind: 'byDay',
      id: 'byDay',
      title: 'By day',
      tooltip: 'Messages sent, delivered, blocked and bounced on each day of the period.',
      kpis: ['email.sent', 'email.delivered', 'email.blocked', 'email.bounces'],
    },
    {
      kind: 'results',
      id: 'results',
      title: 'What became of them',
      tooltip: 'Each result with its reasons. A number opens the people it counts.',
      results: [
        { counter: 'sent' },
        { counter: 'delivered' },
        {
          counter: 'bounces',
          parts: [{ counter: 'hardBounces' }, { counter: 'softBounces' }, { counter: 'blockBounces' }],
        },
        { counter: 'blocked', parts: 'types' },
        { counter: 'sendFailures' },
      ],
    },
    {
      kind: 'values',
      id: 'domains',
      title: 'By mail domain',
      tooltip: 'How messages to each mail domain fared.',
      dimension: 'domain',
      kpis: [
        'email.sent',
        'email.delivered',
        'email.opensUnique',
        'email.clicksUnique',
        'email.bounces',
        'email.deliveryRate',
        'email.openRate',
        'email.clickThroughRate',
      ],
      shows: 'table',
    },
  ],
};

const links: CategoryDef = {
  id: 'links',
  title: 'Links',
  anyTime: true,
  panels: [
    {
      kind: 'heatMap',
      id: 'heatMap',
      title: 'Links',
      tooltip: 'The message as it looked, and how often each of its links was clicked, over all time.',
    },
  ],
};

const interactions: CategoryDef = {
  id: 'interactions',
  title: 'Interactions',
  preset: 'months12',
  panels: [
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Everything that was told of the message, newest first. A delivery that bounced later stays, marked so.',
      list: 'email.interactions',
    },
    {
      kind: 'breakdown',
      id: 'breakdown',
      title: 'What happened',
      tooltip: 'The interactions of the period by type.',
      list: 'email.interactions',
    },
    wideList('sent', 'Sent', 'email.sent', 'Each person to whom it was sent.'),
    wideList('delivered', 'Delivered', 'email.delivered', 'Each message that the mail server took and kept.'),
    wideList('unopened', 'Unopened', 'email.unopened', 'Each message delivered in the period that was never opened.'),
    wideList('opened', 'Opened', 'email.opensUnique', 'Each person who opened it, at the first open of the period.'),
    wideList('clicked', 'Clicked', 'email.clicksUnique', 'Each person who clicked, at the first click of the period.'),
    wideList('clicks', 'Clicks', 'email.clicksTotal', 'Each click with the link and where it leads.'),
    wideList('bounced', 'Bounced', 'email.bounces', 'Each message that came back, with kind and category.'),
    wideList('blocked', 'Blocked', 'email.blocked', 'Each message held back before sending, with the reason.'),
    wideList('spam', 'Marked as spam', 'email.spamComplaints', 'Each complaint about the message.'),
    wideList('forwarded', 'Forwarded', 'email.forwards', 'Each forward by the forward page of the message.'),
    wideList(
      'subscription',
      'Subscription submitted',
      'email.subscriptionSubmits',
      'Each submission of the subscription center.',
    ),
    wideList('unsubscribed', 'Unsubscribed', 'email.unsubscribes', 'Each person who left a list from the message.'),
    wideList('leads', 'Generated leads', 'email.generatedLeads', 'Each submission that made a new lead.'),
  ],
};

/** What an email's tab shows. */
export const emailCategories: readonly CategoryDef[] = [overview, delivery, links, interactions];
