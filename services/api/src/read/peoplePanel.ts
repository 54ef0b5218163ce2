import {
  addDays,
  daysBetween,
  dayOf,
  type ActivePerson,
  type CounterId,
  type Day,
  type PanelAnswer,
  type PanelDef,
  type Unnamed,
} from '@record-insights/domain';
import type { CountedRow } from './personView';
import { counterOfList, type PanelSource } from './panelSource';
import type { CountedPerson } from './reading';

/** Weeks of the small columns. */
const weeks = 12;
const mostNamed = 100;

interface Ranked {
  readonly person: CountedPerson;
  /** Rows of the period that the person's number counts. */
  readonly count: number;
  /** Things done in the period. */
  readonly acts: number;
  /** Up to the end of the period. */
  readonly last: CountedRow | undefined;
}

/** The people of a record, ranked by what they did themselves, then by how lately; whom CRM hides only in sums. */
export async function peopleAnswer(
  { id, list, acts }: Extract<PanelDef, { kind: 'people' }>,
  source: PanelSource,
): Promise<Extract<PanelAnswer, { kind: 'people' }>> {
  const ranked = source.people.map((person) => rankOf(person, counterOfList(list), acts, source)).sort(byActs);
  const readable = await source.readable(ranked.map(({ person }) => person.contact));
  const known = ranked.filter(({ person }) => readable.has(person.contact));
  const named = known.slice(0, mostNamed);
  const lasts = await source.rowsInFull(
    acts,
    named.flatMap(({ person, last }) => (last ? [{ ...last, contact: person.contact, rows: 1 }] : [])),
  );
  const rowOf = new Map(lasts.map((row) => [row.contact, row]));
  return {
    kind: 'people',
    id,
    people: named.map(({ person, count }): ActivePerson => {
      const last = rowOf.get(person.contact);
      return {
        contact: person.contact,
        count,
        rows: source.addressOf(list, { value: `contact:${person.contact}` }),
        weeks: weeksOf(person, acts, source),
        ...(last ? { last } : {}),
      };
    }),
    hidden: sumOf(ranked.filter(({ person }) => !readable.has(person.contact))),
    more: sumOf(known.slice(mostNamed)),
  };
}

const sumOf = (people: readonly Ranked[]): Unnamed => ({
  people: people.length,
  count: people.reduce((sum, { count }) => sum + count, 0),
});

function rankOf(person: CountedPerson, all: CounterId, acts: CounterId, { period }: PanelSource): Ranked {
  const upToEnd = person.numbers.counted(acts, { from: firstDay, to: period.to });
  // Rows come in the order of time and id, so that of one instant the last holds.
  const last = upToEnd.reduce<CountedRow | undefined>(
    (latest, row) => (latest && latest.record.at > row.record.at ? latest : row),
    undefined,
  );
  const counted = (counter: CounterId): number => person.numbers.counted(counter, period).length;
  return { person, count: counted(all), acts: counted(acts), last };
}

const firstDay = '0001-01-01' as Day;

const byActs = (a: Ranked, b: Ranked): number =>
  b.acts - a.acts ||
  (b.last?.record.at ?? -Infinity) - (a.last?.record.at ?? -Infinity) ||
  b.count - a.count ||
  (a.person.contact < b.person.contact ? -1 : 1);

function weeksOf(
  { numbers }: CountedPerson,
  acts: CounterId,
  { period: { to }, zone }: PanelSource,
): readonly number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const { record } of numbers.counted(acts, { from: addDays(to, 1 - 7 * weeks), to })) {
    const week = weeks - 1 - Math.floor(daysBetween(dayOf(record.at, zone), to) / 7);
    counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}
