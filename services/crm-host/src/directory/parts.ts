import { rowOf, textOf, type Row } from '../row';
import { choice, number, structure, text, type Reader } from './readers';

/** A fact that a record tells, of itself or of a part of it. */
export interface Told {
  readonly id: string;
  /** When it came to be so, where that is not when the record was last changed. */
  readonly at?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The facts of one kind that a record of that id tells. */
export type Telling = (row: Row, id: string) => readonly Told[];

export type Readers = Readonly<Record<string, Reader>>;

const read = (readers: Readers, row: Row): Told['fields'] =>
  Object.fromEntries(Object.entries(readers).map(([field, reader]) => [field, reader(row)]));

/** Of the record itself. */
export const itself =
  (readers: Readers): Telling =>
  (row, id) => [{ id, fields: read(readers, row) }];

/** The same where the field tells something. */
export const itselfWhere =
  (needed: string, readers: Readers): Telling =>
  (row, id) =>
    itself(readers)(row, id).filter(({ fields }) => fields[needed] !== undefined);

/** Objects that a column keeps as JSON. */
const partsIn = (row: Row, column: string): readonly Row[] => {
  const parts = structure(column)(row);
  return Array.isArray(parts) ? parts.map(rowOf).filter((part) => part !== undefined) : [];
};

/** The version of a message that is sent now, and the one before it. */
export const versionsOf: Telling = (row, emailId) => {
  const newest = Number(textOf(row, 'rin_contentversion')) || 1;
  const version = (number: number, fields: Told['fields']): Told => ({
    id: `${emailId}.${number}`,
    fields: { emailId, subject: text('rin_subject')(row), ...fields },
  });
  const liveFrom = text('rin_contentlivefrom')(row);
  const versions = [
    version(newest, { html: text('rin_htmlcontent')(row), liveFrom }),
    version(newest - 1, {
      html: text('rin_previoushtmlcontent')(row),
      liveFrom: text('rin_previouslivefrom')(row),
      liveUntil: liveFrom,
    }),
  ];
  return versions.filter(({ fields }) => fields['html'] !== undefined);
};

const iteration: Readers = { startsAt: text('startsAt'), endsAt: text('endsAt') };

export const iterationsOf: Telling = (row, journeyId) =>
  partsIn(row, 'rin_iterations').map((part) => ({
    id: textOf(part, 'id'),
    fields: { journeyId, ...read(iteration, part) },
  }));

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
export const testsOf: Telling = (row, journeyId) =>
  partsIn(row, 'rin_abtests').map((part) => ({
    id: `${journeyId}.${textOf(part, 'activityId')}`,
    fields: { journeyId, ...read(test, part) },
  }));

/** As many as an item holds. */
const mostMembers = 10_000;

/** Who was in a segment when it began to tell who comes and goes; large ones in several parts. */
export const membersOf: Telling = (row, segmentId) => {
  const members = structure('rin_memberids')(row);
  if (!Array.isArray(members)) return [];
  const at = textOf(row, 'rin_membersince');
  return Array.from({ length: Math.max(1, Math.ceil(members.length / mostMembers)) }, (_, part) => ({
    id: `${segmentId}.${part + 1}`,
    ...(at ? { at } : {}),
    fields: { segmentId, contactIds: members.slice(part * mostMembers, (part + 1) * mostMembers) },
  }));
};
