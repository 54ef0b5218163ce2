import { kept, subjectsOf, type Interaction, type RecordType, type Subject } from '@record-insights/domain';
import { key, part, shardKey, shardOf } from '../keys';
import type { CellName, CellRecord } from './cells';

/** Whether numbers of records of the type are kept added up. */
const isKept = (type: RecordType): boolean => kept[type].size > 0;

/** The records of an interaction whose numbers are kept added up. */
export const keptSubjects = (interaction: Interaction): readonly Subject[] =>
  subjectsOf(interaction).filter(({ type }) => isKept(type));

const subjectText = ({ type, id }: Subject): string => `${type} ${id}`;

/** Records share so many partitions, so that transactions fill up. */
export const subjectShard = (subject: Subject): number => shardOf(subjectText(subject));

export const subjectPartition = (organisation: string, subject: Subject): string =>
  shardKey(organisation, subjectShard(subject));

/** How all row keys of the record begin. */
export const subjectKey = ({ type, id }: Subject): string => key(type.toLowerCase(), part(id));

/** The object of cells that hold all rows of a person about such a record, by its type. */
const objects: Readonly<Partial<Record<string, RecordType>>> = { message: 'email' };

/** The record whose numbers a person's cell counts in; undefined where it counts in none. */
export function subjectOfCell({ object }: Pick<CellName, 'object'>): Subject | undefined {
  const dot = object.indexOf('.');
  const type = objects[object.slice(0, dot)];
  return type === undefined || !isKept(type) ? undefined : ({ type, id: object.slice(dot + 1) } as Subject);
}

/** The same by a record that lies in such a cell. */
export const subjectOfRecord = ({ message }: Pick<CellRecord, 'message'>): Subject | undefined =>
  message === '' ? undefined : subjectOfCell({ object: `message.${message}` });
