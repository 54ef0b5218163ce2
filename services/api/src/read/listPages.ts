import { newestFirst, takenBack, type CounterId } from '@record-insights/domain';
import { isAfter, type Cursor } from './cursor';
import type { CountedRow } from './personView';
import type { CountedPerson, Reading } from './reading';
import type { RowOf } from './rowsInFull';

/** A row of a list with its id, by which rows of one instant are told apart. */
export interface Listed extends RowOf {
  readonly record: CountedRow['record'] & { readonly id: string };
}

/** Some rows of a list, newest first. */
export interface ListPart {
  readonly rows: readonly Listed[];
  /** Ids of rows of deliveries that were taken back, among others. */
  readonly takenBack: ReadonlySet<string>;
}

/** A list in numbers: when each of its rows was, and whose it is. Rows themselves are read part by part. */
export interface RowsList {
  readonly total: number;
  /** The rows after a cursor, or the first; `count` of them, fewer only at the end. */
  after(cursor: Cursor | undefined, count: number): Promise<ListPart>;
}

/** A row as far as numbers tell: no id, but whose it is. */
interface Sketched {
  readonly row: CountedRow;
  readonly person: CountedPerson;
}

/** @param keeps what the list is narrowed to */
export function rowsList(
  counter: CounterId,
  { people, resolved: { period } }: Pick<Reading, 'people' | 'resolved'>,
  keeps: (row: CountedRow, contact: string) => boolean,
): RowsList {
  const sketch = people
    .flatMap((person) => person.numbers.counted(counter, period).map((row): Sketched => ({ row, person })))
    .filter(({ row, person }) => keeps(row, person.contact))
    .sort((a, b) => b.row.record.at - a.row.record.at);
  /** What was read for a page serves the next. */
  const read = new Map<CountedPerson, Promise<ListPart>>();

  return {
    total: sketch.length,
    async after(cursor, count) {
      const latest = cursor?.at ?? Infinity;
      const rest = sketch.filter(({ row }) => row.record.at <= latest);
      const atCursor = rest.filter(({ row }) => row.record.at === latest).length;
      // Ids tell rows of one instant apart, so that all of an instant are read together.
      const oldest = rest.slice(0, atCursor + count).at(-1)?.row.record.at ?? Infinity;
      const some = rest.filter(({ row }) => row.record.at >= oldest);
      const parts = await Promise.all([...new Set(some.map(({ person }) => person))].map(readOnce));
      const rows = parts
        .flatMap((part) => part.rows)
        .filter(({ record }) => record.at >= oldest && record.at <= latest && (!cursor || isAfter(record, cursor)))
        .sort((a, b) => newestFirst(a.record, b.record));
      return { rows: rows.slice(0, count), takenBack: new Set(parts.flatMap((part) => [...part.takenBack])) };
    },
  };

  function readOnce(person: CountedPerson): Promise<ListPart> {
    const part = read.get(person) ?? partOf(person);
    read.set(person, part);
    return part;
  }

  async function partOf(person: CountedPerson): Promise<ListPart> {
    const { counted, records } = await person.rows();
    const own = counted(counter, period).map((row): Listed => ({ ...row, contact: person.contact }));
    return { rows: own.filter((row) => keeps(row, person.contact)), takenBack: takenBack(records) };
  }
}
