import { kept, type RecordType, type Subject } from '@record-insights/domain';
import { key, part, shardKey, shardOf } from '../keys';
import type { StoredRow } from '../store/tableStore';
import { aboutIn, inOwnCells, isAboutCell, type CellName, type CellRecord } from './cells';

const subjectText = ({ type, id }: Subject): string => `${type} ${id}`;

/** Records share so many partitions, so that transactions fill up. */
export const subjectShard = (subject: Subject): number => shardOf(subjectText(subject));

export const subjectPartition = (organisation: string, subject: Subject): string =>
  shardKey(organisation, subjectShard(subject));

/** How all row keys of the record begin. */
export const subjectKey = ({ type, id }: Subject): string => key(type.toLowerCase(), part(id));

/** The object of own cells that hold all rows of a person about such a record. */
const message = 'message.';

/** The record whose numbers a person's cell counts in; undefined where it counts in none. */
export function subjectOfCell(cell: CellName): Subject | undefined {
  if (isAboutCell(cell)) return aboutSubject(cell.object);
  return cell.object.startsWith(message) ? keptSubject(inOwnCells, cell.object.slice(message.length)) : undefined;
}

function aboutSubject(object: string): Subject | undefined {
  const dot = object.indexOf('.');
  return keptSubject(object.slice(0, dot) as RecordType, object.slice(dot + 1));
}

const keptSubject = (type: RecordType, id: string): Subject | undefined =>
  id === '' || (kept[type] as typeof kept.email | undefined)?.size === 0 ? undefined : ({ type, id } as Subject);

/** The same from a page of a stored cell and one of its records; `isOwn` where it is one of the person's own. */
export function subjectOfStored(page: StoredRow, { message: id }: CellRecord, isOwn: boolean): Subject | undefined {
  const about = aboutIn(page);
  if (about !== undefined) return aboutSubject(about);
  return isOwn ? keptSubject(inOwnCells, id) : undefined;
}
