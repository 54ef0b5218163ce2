import type { TableSet } from '../registry/recordTypes';
import { both, choice, number, own, readIn, structure, text, type Reader } from './readers';
import { rowOf, textOf, type Row } from './row';

/** A fact that a record tells, of itself or of a part of it. */
export interface Told {
  readonly id: string;
  /** When it came to be so, where that is not when the record was last changed. */
  readonly at?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The facts of one kind that a record tells. */
export interface Telling {
  /** What is read of the record. */
  readonly reads: readonly Reader[];
  /** The facts that a record of that id tells, in a set of tables. */
  readonly facts: (row: Row, id: string, set: TableSet) => readonly Told[];
  /** Whether there is one fact, about the record itself, under its own id. */
  readonly ofItself?: true;
}

export type Readers = Readonly<Record<string, Reader>>;

const read = (readers: Readers, row: Row, set: TableSet): Told['fields'] =>
  Object.fromEntries(Object.entries(readers).map(([field, reader]) => [field, readIn(row, set, reader)]));

/** Of the record itself. */
export const itself = (readers: Readers): Telling => ({
  ofItself: true,
  reads: Object.values(readers),
  facts: (row, id, set) => [{ id, fields: read(readers, row, set) }],
});

/** The same where the field tells something. */
export function itselfWhere(needed: string, readers: Readers): Telling {
  const all = itself(readers);
  return {
    ...all,
    facts: (row, id, set) => all.facts(row, id, set).filter(({ fields }) => fields[needed] !== undefined),
  };
}

/** Objects that a column keeps as JSON. */
function partsIn(row: Row, set: TableSet, column: Reader): readonly Row[] {
  const parts = readIn(row, set, column);
  return Array.isArray(parts) ? parts.map(rowOf).filter((part) => part !== undefined) : [];
}

const content = {
  number: number(own('contentversion')),
  subject: text(both('subject')),
  html: text(own('htmlcontent')),
  liveFrom: text(own('contentlivefrom')),
  previousHtml: text(own('previoushtmlcontent')),
  previousLiveFrom: text(own('previouslivefrom')),
};

/** The version of a message that is sent now, and the one before it. */
export const versionsOf: Telling = {
  reads: Object.values(content),
  facts: (row, emailId, set) => {
    const { number: newest, subject, html, liveFrom, previousHtml, previousLiveFrom } = read(content, row, set);
    const last = Number(newest) || 1;
    const version = (n: number, fields: Told['fields']): Told => ({
      id: `${emailId}.${n}`,
      fields: { emailId, subject, ...fields },
    });
    const versions = [
      version(last, { html, liveFrom }),
      version(last - 1, { html: previousHtml, liveFrom: previousLiveFrom, liveUntil: liveFrom }),
    ];
    return versions.filter(({ fields }) => fields['html'] !== undefined);
  },
};

const iterations = structure(own('iterations'));
const iteration: Readers = { startsAt: text('startsAt'), endsAt: text('endsAt') };

export const iterationsOf: Telling = {
  reads: [iterations],
  facts: (row, journeyId, set) =>
    partsIn(row, set, iterations).map((part) => ({
      id: textOf(part, 'id'),
      fields: { journeyId, ...read(iteration, part, set) },
    })),
};

const tests = structure(own('abtests'));
const test: Readers = {
  emailId: text('emailId'),
  tile: text('activityId'),
  shareA: number('shareA'),
  shareB: number('shareB'),
  metric: choice('winningMetric', { 'Click-through rate': 'clickThroughRate', 'Open rate': 'openRate' }),
  state: choice('state', {
    Draft: 'draft',
    Scheduled: 'scheduled',
    'In progress': 'inProgress',
    Finished: 'finished',
  }),
  winner: choice('winner', { A: 'A', B: 'B' }),
};

/** One a tile. */
export const testsOf: Telling = {
  reads: [tests],
  facts: (row, journeyId, set) =>
    partsIn(row, set, tests).map((part) => ({
      id: `${journeyId}.${textOf(part, 'activityId')}`,
      fields: { journeyId, ...read(test, part, set) },
    })),
};

/** As many as an item holds. */
const mostMembers = 10_000;
const memberIds = structure({ own: 'rin_memberids', vendor: 'msdyncrm_segmentmemberids' });
const memberSince = text(own('membersince'));

/** Who was in a segment when it began to tell who comes and goes; large ones in several parts. */
export const membersOf: Telling = {
  reads: [memberIds, memberSince],
  facts: (row, segmentId, set) => {
    const members = readIn(row, set, memberIds);
    if (!Array.isArray(members)) return [];
    const at = readIn(row, set, memberSince);
    return Array.from({ length: Math.max(1, Math.ceil(members.length / mostMembers)) }, (_, part) => ({
      id: `${segmentId}.${part + 1}`,
      ...(typeof at === 'string' ? { at } : {}),
      fields: { segmentId, contactIds: members.slice(part * mostMembers, (part + 1) * mostMembers) },
    }));
  },
};
