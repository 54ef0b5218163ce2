import type { PersonRecord } from './personRecord';
import { counterOf, type CounterId } from './registry/counters';
import type { Instant } from './instant';

/** A list that the person is on, and since when. */
export interface OnList {
  readonly list: string;
  /** The first time it was joined since it was left last. */
  readonly since: Instant;
}

/**
 * The lists that a person is on now, as far as interactions tell: those whose last row is one of joining. Of rows at one
 * instant the one of the higher id is the last. Longest ago first.
 * @param joins counter of the rows that put a person on a list
 * @param leaves counter of those that take a person off it
 */
export function onNow(records: readonly PersonRecord[], joins: CounterId, leaves: CounterId): readonly OnList[] {
  const isJoin = typesOf(joins);
  const isLeave = typesOf(leaves);
  const told = records
    .filter((record) => !record.testSend && record.list !== '' && (isJoin(record) || isLeave(record)))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const since = new Map<string, Instant>();
  for (const record of told) {
    if (isLeave(record)) since.delete(record.list);
    else since.set(record.list, since.get(record.list) ?? record.at);
  }
  return [...since]
    .map(([list, at]) => ({ list, since: at }))
    .sort((a, b) => a.since - b.since || (a.list < b.list ? -1 : 1));
}

function typesOf(counter: CounterId): (record: PersonRecord) => boolean {
  const { types } = counterOf(counter);
  return ({ type }) => types.includes(type);
}
