import { recordId, recordTypeIds, type RecordType, type Subject } from '@record-insights/domain';
import { key, part, shardKey, shardOf } from '../keys';
import type { StoredRow } from '../store/tableStore';
import { aboutIn, isAboutCell, isKept, ownObject, type CellName, type CellRecord } from './cells';

const subjectText = ({ type, id }: Subject): string => `${type} ${id}`;

/** Records share so many partitions, so that transactions fill up. */
export const subjectShard = (subject: Subject): number => shardOf(subjectText(subject));

export const subjectPartition = (organisation: string, subject: Subject): string =>
  shardKey(organisation, subjectShard(subject));

/** How all row keys of the record begin. */
export const subjectKey = ({ type, id }: Subject): string => key(type.toLowerCase(), part(id));

/** How the object of a cell begins that is about such a record. */
const startOf = (name: string): string => `${name}.`;

/** The record whose numbers a person's cell counts in; undefined where it counts in none. */
export function subjectOfCell(cell: CellName): Subject | undefined {
  if (isAboutCell(cell)) return aboutSubject(cell.object);
  const start = startOf(ownObject.name);
  return cell.object.startsWith(start) ? ownSubject(cell.object.slice(start.length)) : undefined;
}

function aboutSubject(object: string): Subject | undefined {
  const type = recordTypeIds.find((one) => object.startsWith(startOf(one)));
  return type && keptSubject(type, object.slice(startOf(type).length));
}

const ownSubject = (id: string): Subject | undefined => ownObject.type && keptSubject(ownObject.type, id);

const keptSubject = (type: RecordType, id: string): Subject | undefined =>
  id === '' || !isKept(type) ? undefined : { type, id: recordId(id) };

/** The same from a page of a stored cell and one of its records; `isOwn` where it is one of the person's own. */
export function subjectOfStored(page: StoredRow, record: CellRecord, isOwn: boolean): Subject | undefined {
  const about = aboutIn(page);
  if (about !== undefined) return aboutSubject(about);
  return isOwn ? ownSubject(record[ownObject.name]) : undefined;
}
