import { isRecordType, namedTypes, recordTypes, type NamedType, type RecordTypeDef } from './recordTypes';

/** Records for which organisations without the vendor's tables get tables of ours. */
export type OwnTableId = Exclude<NamedType, 'contact' | 'account' | 'lead' | 'subscriptionList'>;

/** What a column can hold. */
export type Holds =
  | { readonly kind: 'text' | 'email' | 'url' | 'longText'; readonly length: number }
  | { readonly kind: 'number' | 'date' | 'yesNo' }
  | { readonly kind: 'choice'; readonly choices: Choices }
  | { readonly kind: 'lookup'; readonly to: OwnTableId };

/** Words by the value that is stored. */
export type Choices = Readonly<Record<number, string>>;

/** A column beside those that each of our tables has: name, owner, status, who made and changed it and when. */
export interface OwnColumn {
  readonly name: string;
  readonly title: string;
  readonly holds: Holds;
  /** Whether users write it on the form or only read it there; what is on no form is kept for the service. */
  readonly form?: 'write' | 'read';
  /** Whether lists show it, and whether a search looks into it. */
  readonly listed?: boolean;
  readonly searched?: boolean;
}

/** A tab that one of our controls has to itself. */
export type ControlTab = 'designer' | 'insights';

export interface OwnTable {
  readonly about: string;
  readonly columns: readonly OwnColumn[];
  /** The column that says more of a record than its name. */
  readonly subtitle?: string;
  /** Tabs of the form after the Summary, in this order. */
  readonly tabs: readonly ControlTab[];
}

/**
 * How far a marketing record has come: a draft was never live, what was stopped was. The vendor's codes, so that records
 * keep theirs when they are brought over.
 */
export const ownStatusCodes = { draft: 192_350_000, live: 192_350_001, stopped: 192_350_002 } as const;

export type OwnStatus = keyof typeof ownStatusCodes;

export const ownStatuses: Choices = {
  [ownStatusCodes.draft]: 'Draft',
  [ownStatusCodes.live]: 'Live',
  [ownStatusCodes.stopped]: 'Stopped',
};

const written = (name: string, title: string, holds: Holds): OwnColumn => ({ name, title, holds, form: 'write' });
const read = (name: string, title: string, holds: Holds): OwnColumn => ({ name, title, holds, form: 'read' });
const kept = (name: string, title: string, holds: Holds): OwnColumn => ({ name, title, holds });
const listed = (column: OwnColumn): OwnColumn => ({ ...column, listed: true });
const found = (column: OwnColumn): OwnColumn => ({ ...listed(column), searched: true });

const text = (length: number): Holds => ({ kind: 'text', length });
const longText = (length: number): Holds => ({ kind: 'longText', length });
const url: Holds = { kind: 'url', length: 2000 };
/** The most that Dataverse takes. */
const whole = longText(1_048_576);

const description = written('rin_description', 'Description', longText(2000));
const insights: readonly ControlTab[] = ['insights'];

/** Columns and forms of our own tables; their names are in `recordTypes` and `namedTypes`. */
export const ownTables: Readonly<Record<OwnTableId, OwnTable>> = {
  segment: {
    about: 'A group of contacts that messages are sent to, or a list that people subscribe to.',
    columns: [
      listed(
        written('rin_segmenttype', 'Kind', {
          kind: 'choice',
          choices: { 192350000: 'Dynamic', 192350001: 'Static', 192350002: 'Compound' },
        }),
      ),
      written('rin_issubscription', 'Subscription list', { kind: 'yesNo' }),
      description,
      kept('rin_memberids', 'Members to begin with', whole),
      kept('rin_membersince', 'When those were members', { kind: 'date' }),
    ],
    tabs: insights,
  },
  journey: {
    about: 'The way that contacts take from message to message.',
    columns: [
      written('rin_startdatetime', 'Starts', { kind: 'date' }),
      written('rin_enddatetime', 'Ends', { kind: 'date' }),
      written('rin_isrecurring', 'Recurring', { kind: 'yesNo' }),
      written('rin_recurrenceintervaldays', 'Days between starts', { kind: 'number' }),
      description,
      kept('rin_entitytarget', 'Goes through it', text(100)),
      kept('rin_workflowdefinition', 'Definition', whole),
      kept('rin_iterations', 'Runs', whole),
      kept('rin_abtests', 'A/B tests', whole),
    ],
    tabs: ['designer', 'insights'],
  },
  email: {
    about: 'A message that is sent to many contacts.',
    columns: [
      found(written('rin_subject', 'Subject', text(400))),
      written('rin_fromname', 'From name', text(200)),
      written('rin_fromaddress', 'From address', { kind: 'email', length: 320 }),
      description,
      kept('rin_contentversion', 'Version of the content', { kind: 'number' }),
      kept('rin_contentlivefrom', 'Content live from', { kind: 'date' }),
      kept('rin_htmlcontent', 'Content', whole),
      kept('rin_previouslivefrom', 'Content before it live from', { kind: 'date' }),
      kept('rin_previoushtmlcontent', 'Content before it', whole),
    ],
    subtitle: 'rin_subject',
    tabs: insights,
  },
  scoringModel: {
    about: 'Rules by which leads get points.',
    columns: [
      written('rin_salesreadythreshold', 'Sales-ready from', { kind: 'number' }),
      description,
      kept('rin_grades', 'Grades', whole),
    ],
    tabs: insights,
  },
  page: {
    about: 'A page of a website that is made for a campaign.',
    columns: [
      found(written('rin_url', 'Address', url)),
      listed(written('rin_websiteid', 'Website', { kind: 'lookup', to: 'website' })),
      written('rin_marketingformid', 'Marketing form', { kind: 'lookup', to: 'form' }),
      description,
    ],
    tabs: insights,
  },
  form: {
    about: 'A form that visitors fill in and send.',
    columns: [read('rin_updates', 'Updates', text(100)), written('rin_fields', 'Fields', longText(4000)), description],
    tabs: insights,
  },
  website: {
    about: 'A website whose visits are tracked.',
    columns: [
      found(written('rin_url', 'Address', url)),
      written('rin_timeout', 'Minutes until a visit ends', { kind: 'number' }),
      description,
    ],
    tabs: insights,
  },
  redirectUrl: {
    about: 'An address to share that counts who follows it and leads on to another.',
    columns: [
      found(written('rin_originalurl', 'Leads to', url)),
      { ...read('rin_redirectingurl', 'Address to share', url), searched: true },
      description,
    ],
    tabs: insights,
  },
  event: { about: 'An event that contacts register for.', columns: [description], tabs: [] },
  eventSession: { about: 'A part of an event.', columns: [description], tabs: [] },
};

export const ownTableIds = Object.keys(ownTables) as OwnTableId[];

/** What the records of one of our tables are called, and the table's names. */
export function ownTypeOf(id: OwnTableId): Pick<RecordTypeDef, 'title' | 'plural' | 'tables'> {
  return isRecordType(id) ? recordTypes[id] : namedTypes[id];
}

/** Records of two of our tables that go together many to many; the vendor has the same. */
export const ownPairs: readonly { readonly name: string; readonly of: readonly [OwnTableId, OwnTableId] }[] = [
  { name: 'rin_customerjourney_marketingemail', of: ['journey', 'email'] },
  { name: 'rin_marketingpage_marketingemail', of: ['page', 'email'] },
];
