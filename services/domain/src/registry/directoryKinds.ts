import type { FieldDef } from './directoryFields';

/** A kind of fact that CRM tells. */
export interface DirectoryKindDef {
  readonly title: string;
  /** What an item's id is: that of the record as a GUID, or a text that tells the items of a kind apart. */
  readonly id: 'record' | 'text';
  /** The record is a person: erasing the contact of that id erases the fact. */
  readonly isContact?: true;
  readonly fields: Readonly<Record<string, FieldDef>>;
}

const longestText = 1000;
const text = (tells: string, longest = longestText) => ({ is: 'text', longest, tells }) as const;
const instant = (tells: string) => ({ is: 'instant', tells }) as const;
const number = (tells: string) => ({ is: 'number', tells }) as const;
const createdAt = instant('When the record was created.');
const name = text('Its name.');

/**
 * What the directory knows of, kind by kind, and its fields. An item replaces the whole fact: a field that it leaves out
 * is empty from then on. Names of people are no fields: CRM is asked for them, as the user.
 */
export const directoryKinds = {
  contact: {
    title: 'Contact',
    id: 'record',
    isContact: true,
    fields: {
      accountId: { is: 'record', of: 'account', tells: 'The account to which the contact belongs; empty: to none.' },
      accountSince: instant('Since when; empty where CRM keeps no such date.'),
      createdAt,
      mergedInto: {
        is: 'record',
        of: 'contact',
        tells: 'The contact into which it was merged; empty: it stands for itself.',
      },
    },
  },
  account: { title: 'Account', id: 'record', fields: { createdAt } },
  lead: {
    title: 'Lead',
    id: 'record',
    fields: {
      contactId: { is: 'record', of: 'contact', tells: 'Its parent contact.' },
      accountId: { is: 'record', of: 'account', tells: 'Its parent account.' },
      createdAt,
    },
  },
  email: { title: 'Marketing email', id: 'record', fields: { name, subject: text('Its subject line.') } },
  emailVersion: {
    title: 'Version of a marketing email',
    id: 'text',
    fields: {
      emailId: { is: 'record', of: 'email', required: true, tells: 'The email.' },
      liveFrom: instant('From when on it was sent.'),
      liveUntil: instant('Until when; empty: it still is.'),
      subject: text('Its subject line.'),
      html: text('Its content as HTML; a link may carry the LinkId of its clicks as data-link-id.', 4_000_000),
    },
  },
  page: {
    title: 'Marketing page',
    id: 'record',
    fields: {
      name,
      url: text('Its address.', 4000),
      websiteId: { is: 'record', of: 'website', tells: 'The website to which it belongs.' },
      formId: { is: 'record', of: 'form', tells: 'The form that stands on it.' },
    },
  },
  form: { title: 'Marketing form', id: 'record', fields: { name } },
  website: {
    title: 'Website',
    id: 'record',
    fields: { name, url: text('Its address.', 4000), sessionMinutes: number('After so many minutes a session ends.') },
  },
  redirectUrl: {
    title: 'Redirect URL',
    id: 'record',
    fields: {
      name,
      originalUrl: text('Where it leads.', 4000),
      redirectingUrl: text('The address that is given out.', 4000),
    },
  },
  journey: {
    title: 'Customer journey',
    id: 'record',
    fields: {
      name,
      startsAt: instant('When it starts.'),
      endsAt: instant('When it ends.'),
      definition: { is: 'structure', tells: 'Its tiles and how they follow each other.' },
    },
  },
  journeyIteration: {
    title: 'Iteration of a customer journey',
    id: 'record',
    fields: {
      journeyId: { is: 'record', of: 'journey', required: true, tells: 'The journey.' },
      startsAt: instant('When it starts.'),
      endsAt: instant('When it ends.'),
    },
  },
  abTest: {
    title: 'A/B test',
    id: 'text',
    fields: {
      emailId: { is: 'record', of: 'email', required: true, tells: 'The email that is tested.' },
      journeyId: { is: 'record', of: 'journey', tells: 'The journey in which it is tested.' },
      tile: text('ActivityId of the tile in which it is tested.'),
      shareA: number('Percent of the recipients who get version A.'),
      shareB: number('Percent of the recipients who get version B.'),
      metric: { is: 'choice', of: ['clickThroughRate', 'openRate'], tells: 'What decides.' },
      state: { is: 'choice', of: ['draft', 'scheduled', 'inProgress', 'finished'], tells: 'How far it is.' },
      winner: { is: 'choice', of: ['A', 'B'], tells: 'The version that won.' },
    },
  },
  segmentMembers: {
    title: 'Members of a segment',
    id: 'text',
    fields: {
      segmentId: { is: 'record', of: 'segment', required: true, tells: 'The segment; large ones in several items.' },
      contactIds: { is: 'records', of: 'contact', most: 10_000, tells: 'Contacts who are in it at that time.' },
    },
  },
  scoringModel: {
    title: 'Scoring model',
    id: 'record',
    fields: {
      name,
      salesReadyFrom: number('The score from which on a lead is ready for sales.'),
      grades: { is: 'structure', tells: 'Its grades: [{"grade": "A", "from": 80}, …].' },
    },
  },
  liveState: {
    title: 'Whether a record was ever live',
    id: 'record',
    fields: {
      state: { is: 'choice', of: ['neverLive', 'live', 'stopped'], required: true, tells: 'What it is now.' },
      since: instant('Since when.'),
    },
  },
} as const satisfies Readonly<Record<string, DirectoryKindDef>>;

export type DirectoryKind = keyof typeof directoryKinds;

export const directoryKindIds = Object.keys(directoryKinds) as DirectoryKind[];

/** The kind's row, read as any kind's. */
export const directoryKindOf = (kind: DirectoryKind): DirectoryKindDef => directoryKinds[kind];

export function isDirectoryKind(text: unknown): text is DirectoryKind {
  return typeof text === 'string' && Object.hasOwn(directoryKinds, text);
}
