/** Where the records of a type live in CRM. */
export interface RecordTable {
  /** Logical name. */
  readonly table: string;
  /** Entity set of the Web API. */
  readonly set: string;
  readonly key: string;
  readonly name: string;
}

/** Our own tables, for organisations without the vendor's, or the vendor's. A setting chooses. */
export type TableSet = 'own' | 'vendor';

export interface RecordTypeDef {
  readonly title: string;
  readonly plural: string;
  /** Name of the icon, as Fluent's controls use them. */
  readonly icon: string;
  /** The app of Dynamics without which an organisation has no such table. */
  readonly broughtBy?: 'Sales';
  readonly tables: Readonly<Record<TableSet, RecordTable>>;
}

const standard = (table: string, name: string): RecordTypeDef['tables'] => {
  const same = { table, set: `${table}s`, key: `${table}id`, name };
  return { own: same, vendor: same };
};

const marketing = (own: string, vendor: string, vendorName = 'msdyncrm_name'): RecordTypeDef['tables'] => ({
  own: { table: own, set: `${own}s`, key: `${own}id`, name: 'rin_name' },
  vendor: { table: vendor, set: pluralOf(vendor), key: `${vendor}id`, name: vendorName },
});

/** Dataverse's plural of a logical name. */
const pluralOf = (table: string): string => (table.endsWith('y') ? `${table.slice(0, -1)}ies` : `${table}s`);

export const recordTypes = {
  contact: { title: 'Contact', plural: 'Contacts', icon: 'Contact', tables: standard('contact', 'fullname') },
  lead: { title: 'Lead', plural: 'Leads', icon: 'Flag', broughtBy: 'Sales', tables: standard('lead', 'fullname') },
  account: { title: 'Account', plural: 'Accounts', icon: 'CityNext', tables: standard('account', 'name') },
  segment: {
    title: 'Segment',
    plural: 'Segments',
    icon: 'People',
    tables: marketing('rin_segment', 'msdyncrm_segment', 'msdyncrm_segmentname'),
  },
  journey: {
    title: 'Customer journey',
    plural: 'Customer journeys',
    icon: 'BranchMerge',
    tables: marketing('rin_customerjourney', 'msdyncrm_customerjourney'),
  },
  email: {
    title: 'Marketing email',
    plural: 'Marketing emails',
    icon: 'Mail',
    tables: marketing('rin_marketingemail', 'msdyncrm_marketingemail'),
  },
  scoringModel: {
    title: 'Scoring model',
    plural: 'Scoring models',
    icon: 'FavoriteStar',
    tables: marketing('rin_scoringmodel', 'msdyncrm_leadscoremodel'),
  },
  page: {
    title: 'Marketing page',
    plural: 'Marketing pages',
    icon: 'Page',
    tables: marketing('rin_marketingpage', 'msdyncrm_marketingpage'),
  },
  form: {
    title: 'Marketing form',
    plural: 'Marketing forms',
    icon: 'TextDocument',
    tables: marketing('rin_marketingform', 'msdyncrm_marketingform'),
  },
  website: {
    title: 'Website',
    plural: 'Websites',
    icon: 'Globe',
    tables: marketing('rin_website', 'msdyncrm_website'),
  },
  redirectUrl: {
    title: 'Redirect URL',
    plural: 'Redirect URLs',
    icon: 'Link',
    tables: marketing('rin_redirecturl', 'msdyncrm_redirecturl'),
  },
} as const satisfies Record<string, RecordTypeDef>;

export type RecordType = keyof typeof recordTypes;

export const recordTypeIds = Object.keys(recordTypes) as RecordType[];

/** Records that rows name and that carry no Insights of their own. */
export const namedTypes = {
  subscriptionList: {
    title: 'Subscription list',
    plural: 'Subscription lists',
    tables: {
      own: { table: 'rin_segment', set: 'rin_segments', key: 'rin_segmentid', name: 'rin_name' },
      vendor: { table: 'list', set: 'lists', key: 'listid', name: 'listname' },
    },
  },
  event: { title: 'Event', plural: 'Events', tables: marketing('rin_event', 'msevtmgt_event', 'msevtmgt_name') },
  eventSession: {
    title: 'Event session',
    plural: 'Event sessions',
    tables: marketing('rin_eventsession', 'msevtmgt_session', 'msevtmgt_name'),
  },
} as const satisfies Record<string, Omit<RecordTypeDef, 'icon'>>;

/** A type of record whose name CRM can be asked for. */
export type NamedType = RecordType | keyof typeof namedTypes;

export const namedTypeIds = Object.keys(namedTypes) as (keyof typeof namedTypes)[];

export function isRecordType(text: string): text is RecordType {
  return Object.hasOwn(recordTypes, text);
}
