import type { PersonRecord } from './personRecord';
import type { RecordKey } from './registry/counters';
import { judgedTypes, type RowTest, type TimeTest } from './registry/verdictRules';

/** Which of the rows that a rule judges fit its test. All rows are of one person and message, by instant. */
type Fitting<K extends TimeTest['kind']> = (
  test: Extract<TimeTest, { kind: K }>,
  candidates: readonly PersonRecord[],
  rows: readonly PersonRecord[],
  isHuman: (record: PersonRecord) => boolean,
) => readonly PersonRecord[];

const fittings: { readonly [K in TimeTest['kind']]: Fitting<K> } = {
  twinOf: ({ of, same }, candidates, rows) => {
    const twins = new Set(rows.filter(({ type }) => type === of).map((row) => keyOf(same, row)));
    return candidates.filter((row) => twins.has(keyOf(same, row)));
  },
  manyWithin: ({ types, different, atLeast, within }, candidates) => {
    const nameOf = (row: PersonRecord): string => (types.includes(row.type) ? String(row[different]) : '');
    const found = new Set<PersonRecord>();
    const window = new Map<string, number>();
    let [first, noted] = [0, 0];
    candidates.forEach((row, last) => {
      add(window, nameOf(row), 1);
      for (let out = candidates[first]; out && row.at - out.at > within; out = candidates[++first])
        add(window, nameOf(out), -1);
      if (window.size < atLeast) return;
      for (noted = Math.max(noted, first); noted <= last; noted++) found.add(candidates[noted] ?? row);
    });
    return [...found];
  },
  near: ({ types, same, within, marked }, candidates, rows) => {
    const events = timesBy(
      rows.filter(({ type, negative }) => types.includes(type) && !negative),
      (row) => [keyOf(same, row)],
    );
    return candidates
      .filter(({ marks }) => marked === undefined || marks.split(' ').includes(marked))
      .filter((row) => isAnyIn(events.get(keyOf(same, row)), row.at - within, row.at + within));
  },
  sameInstant: ({ atLeast }, candidates) => {
    const counts = new Map<string, number>();
    const nameIt = ({ type, at }: PersonRecord): string => `${type} ${at}`;
    for (const row of candidates) add(counts, nameIt(row), 1);
    return candidates.filter((row) => (counts.get(nameIt(row)) ?? 0) >= atLeast);
  },
  followedBy: ({ types, within }, candidates, rows) => {
    const events = timesBy(
      rows.filter(({ type }) => types.includes(type)),
      traces,
    );
    return candidates.filter((row) => traces(row).some((trace) => isAnyIn(events.get(trace), row.at, row.at + within)));
  },
  followedByHuman: ({ types, within }, candidates, rows, isHuman) => {
    const times = rows.filter((row) => types.includes(row.type) && isHuman(row)).map(({ at }) => at);
    return candidates.filter((row) => isAnyIn(times, row.at, row.at + within));
  },
};

export function isTimeTest(test: RowTest | TimeTest): test is TimeTest {
  return Object.hasOwn(fittings, test.kind);
}

/** The rows among the candidates that fit. `isHuman` tells what other rules found. */
export function fittingRows(
  test: TimeTest,
  candidates: readonly PersonRecord[],
  rows: readonly PersonRecord[],
  isHuman: (record: PersonRecord) => boolean,
): readonly PersonRecord[] {
  const fitting = fittings[test.kind] as Fitting<TimeTest['kind']>;
  return fitting(test, candidates, rows, isHuman);
}

/** The rows of each message that has rows to judge, by instant; without test sends. */
export function judgedMessages(records: readonly PersonRecord[]): Iterable<readonly PersonRecord[]> {
  const messages = new Map<string, PersonRecord[]>();
  for (const record of records)
    if (judgedTypes.has(record.type) && record.message !== '') messages.set(record.message, []);
  for (const record of records) if (!record.testSend) messages.get(record.message)?.push(record);
  for (const rows of messages.values()) rows.sort((a, b) => a.at - b.at);
  return messages.values();
}

const keyOf = (keys: readonly RecordKey[], record: PersonRecord): string =>
  keys.map((key) => record[key]).join('\u0000');

/** Counts a name; no name is no thing. */
function add(counts: Map<string, number>, name: string, by: number): void {
  if (name === '') return;
  const count = (counts.get(name) ?? 0) + by;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}

/** What ties a row to other rows of the same browser. */
const traces = ({ session, visitor }: PersonRecord): readonly string[] => [
  ...(session === '' ? [] : [`session ${session}`]),
  ...(visitor === '' ? [] : [`visitor ${visitor}`]),
];

/** Instants of rows, in order, by each of their keys. */
function timesBy(
  rows: readonly PersonRecord[],
  keysOf: (record: PersonRecord) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const known = times.get(key);
      if (known) known.push(row.at);
      else times.set(key, [row.at]);
    }
  }
  return times;
}

/** Whether one of the instants, which are in order, lies from `first` to `last`, both inside. */
function isAnyIn(times: readonly number[] | undefined, first: number, last: number): boolean {
  if (!times) return false;
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) < first) low = middle + 1;
    else high = middle;
  }
  return (times[low] ?? Infinity) <= last;
}
