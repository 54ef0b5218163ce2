import type { CounterId } from './counters';
import type { KpiId } from './kpis';
import type { RecordType } from './recordTypes';

/** One widget of a category. A new kind of panel is one member here and one renderer in the control. */
export type PanelDef =
  | {
      readonly kind: 'kpiTiles';
      readonly id: string;
      readonly title?: string;
      readonly kpis: readonly KpiId[];
      readonly compact?: boolean;
    }
  | {
      readonly kind: 'timeline';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'breakdown';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'byDay';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly kpis: readonly KpiId[];
    }
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    };

export type PanelKind = PanelDef['kind'];

/** A list of rows: `recordType.counter`; every KPI that is nothing but a counter has the list of that name. */
export type ListId = `${RecordType}.${CounterId}`;

export interface CategoryDef {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly PanelDef[];
}

/** What can be chosen above the panels, besides the period. */
export type FilterId = 'usage' | 'verdict' | 'scope';

export interface InsightsDef {
  readonly filters: readonly FilterId[];
  readonly categories: readonly CategoryDef[];
}

const list = (id: string, title: string, of: ListId, tooltip: string): PanelDef => ({
  kind: 'list',
  id,
  title,
  tooltip,
  list: of,
});

const contactOverview: CategoryDef = {
  id: 'overview',
  title: 'Overview',
  panels: [
    { kind: 'kpiTiles', id: 'headline', kpis: ['contact.interactions', 'contact.openRate', 'contact.clicksUnique'] },
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Everything this person did or was sent, newest first. A delivery that bounced later stays, marked so.',
      list: 'contact.interactions',
    },
    {
      kind: 'breakdown',
      id: 'breakdown',
      title: 'What they did',
      tooltip: 'The interactions of the period by type. The parts add up to the tile Interactions.',
      list: 'contact.interactions',
    },
  ],
};

const contactEmail: CategoryDef = {
  id: 'emailInteractions',
  title: 'Email interactions',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'response',
      title: 'Response',
      compact: true,
      kpis: [
        'contact.opensTotal',
        'contact.opensUnique',
        'contact.clicksTotal',
        'contact.clicksUnique',
        'contact.openRate',
        'contact.clickThroughRate',
        'contact.clickToOpenRate',
        'contact.forwards',
        'contact.subscriptionSubmits',
      ],
    },
    {
      kind: 'kpiTiles',
      id: 'delivery',
      title: 'Delivery',
      compact: true,
      kpis: [
        'contact.sent',
        'contact.delivered',
        'contact.unopened',
        'contact.blocked',
        'contact.hardBounces',
        'contact.softBounces',
        'contact.blockBounces',
        'contact.spamComplaints',
        'contact.unsubscribes',
      ],
    },
    {
      kind: 'byDay',
      id: 'byDay',
      title: 'By day',
      tooltip: 'Messages delivered, opens and clicks on each day of the period, repeats included.',
      kpis: ['contact.delivered', 'contact.opensTotal', 'contact.clicksTotal'],
    },
    list('sent', 'Sent', 'contact.sent', 'Each message sent to this person.'),
    list('delivered', 'Delivered', 'contact.delivered', 'Each message that the mail server took and kept.'),
    list('opened', 'Opened', 'contact.opensTotal', 'Each open, repeats included.'),
    list('clicked', 'Clicked', 'contact.clicksTotal', 'Each click with the link and where it leads.'),
    list('bounced', 'Bounced', 'contact.bounces', 'Each message that came back, with kind and category.'),
    list('blocked', 'Blocked', 'contact.blocked', 'Each message held back before sending, with the reason.'),
    list('spam', 'Marked as spam', 'contact.spamComplaints', 'Each complaint about a message.'),
    list('forwarded', 'Forwarded', 'contact.forwards', 'Each forward by the forward page of a message.'),
    list(
      'subscription',
      'Subscription submitted',
      'contact.subscriptionSubmits',
      'Each submission of the subscription center.',
    ),
  ],
};

/** Record type → categories → panels, for the record types that have insights. */
export const insights: Readonly<Partial<Record<RecordType, InsightsDef>>> = {
  contact: { filters: ['verdict'], categories: [contactOverview, contactEmail] },
};
