import type { TraitId } from './dimensions';
import { emailCounters } from './emailCounters';
import { interactionTypes } from './interactionTypes';
import { journeyCounters } from './journeyCounters';
import type { ListColumnId } from './listColumns';
import { siteCounters } from './siteCounters';

/** Parts of a record by which rows are told apart (see `PersonRecord`), in words. */
export const recordKeys = {
  message: 'message',
  sending: 'send',
  link: 'link',
  at: 'instant',
  session: 'visit',
  page: 'page',
  target: 'address',
  submission: 'submission',
  journey: 'journey',
  iteration: 'iteration',
  tile: 'tile',
} as const;

export type RecordKey = keyof typeof recordKeys;

/** Two types that may tell one thing: where rows are equal in `same`, the `drop` one does not count beside the `keep` one. */
export interface TwinsDef {
  readonly keep: string;
  readonly drop: string;
  readonly same: readonly RecordKey[];
  /** Rows that leave one of `same` empty are never twins. */
  readonly named?: boolean;
}

/** A counted thing and the rule by which rows of a person become counts of it. */
export interface CounterDef {
  readonly title: string;
  /** What one row of its list is, as "One row is one open". */
  readonly oneRowIs: string;
  /** Types that count; `'all'` for every kept row. */
  readonly types: readonly string[] | 'all';
  /**
   * - every: each row counts.
   * - first: rows equal in `per` count once, on the day of the one that stands for them: a specific type before a
   *   `generic` one, then the earliest instant, then the lowest id.
   * - distinct: rows equal in `per` count once in any period in which one of them lies, listed by the first of them.
   */
  readonly counts: 'every' | 'first' | 'distinct';
  readonly per: readonly RecordKey[];
  readonly generic?: readonly string[];
  /** The latest of the rows that count as one stands for them, not the first. */
  readonly listedBy?: 'last';
  /** Rows whose `per` is empty are each one of their own. */
  readonly apart?: boolean;
  /** Rows that leave one of these empty do not count. */
  readonly needs?: readonly RecordKey[];
  /** Only rows of which this trait says so, without regard to case. */
  readonly says?: { readonly trait: TraitId; readonly text: string; readonly inWords: string };
  /** Types that, at or after a counted row and equal in `per`, take it back. A negative row of its own types does too. */
  readonly takenBackBy?: readonly string[];
  /** Equal in these instead, where one person may stand for several rows. */
  readonly takenBackPer?: readonly RecordKey[];
  /** Types of which the person may have no row with the same message, at any time, whatever its verdict. */
  readonly unlessEver?: readonly string[];
  readonly twins?: TwinsDef;
  /** What machines did never counts, whatever is chosen. */
  readonly noMachines?: boolean;
  /**
   * Rows that count as one are of one iteration and told by it: whoever made them, and never by tile. They are looked
   * at together.
   */
  readonly byIteration?: true;
  /** It is counted only of records with very many people, not of people. */
  readonly ofAll?: boolean;
  /** What its rows are called where a tab says how many of them machines made; only where rules judge all of them. */
  readonly leftOutAs?: 'opens' | 'clicks';
  /** Column of the row with what a person filled in: label and value pairs, which its list shows. */
  readonly values?: string;
  /** Columns of its list, by id. */
  readonly columns: readonly ListColumnId[];
  /** Columns that only its CSV has, after the others. */
  readonly csvColumns?: readonly ListColumnId[];
  /** Head of the time column. */
  readonly timeTitle: string;
}

const everyRow = { counts: 'every', per: [] } as const;

const doneByPeople = Object.entries(interactionTypes)
  .filter(([, def]) => def.did === true || def.looked === true)
  .map(([name]) => name);

export const counters = {
  interactions: {
    ...everyRow,
    title: 'Interactions',
    oneRowIs: 'one interaction',
    types: 'all',
    columns: ['what', 'email', 'journey', 'judgement'],
    timeTitle: 'Time',
  },
  acts: {
    ...everyRow,
    title: 'Things they did',
    oneRowIs: 'one thing that a person did',
    types: doneByPeople,
    noMachines: true,
    columns: ['what', 'email', 'journey', 'judgement'],
    timeTitle: 'Time',
  },
  peopleActive: {
    title: 'People active',
    oneRowIs: 'one person, at the last thing they did in the period',
    types: doneByPeople,
    counts: 'distinct',
    per: [],
    listedBy: 'last',
    noMachines: true,
    columns: ['what', 'email', 'journey'],
    timeTitle: 'Last active',
  },
  ...emailCounters,
  ...siteCounters,
  ...journeyCounters,
} as const satisfies Record<string, CounterDef>;

export type CounterId = keyof typeof counters;

export const counterIds = Object.keys(counters) as CounterId[];

/** Those that are counted of people. */
export const personCounterIds = counterIds.filter((id) => counterOf(id).ofAll !== true);

export function counterOf(id: CounterId): CounterDef {
  return counters[id];
}

/** The columns of a counter's list; where its rows may stand for several things done, it says for how many. */
export function columnsOf(id: CounterId): readonly ListColumnId[] {
  const { columns, counts, apart } = counterOf(id);
  return counts === 'distinct' && apart !== true ? [...columns, 'times'] : columns;
}

/** The columns of its CSV. */
export const csvColumnsOf = (id: CounterId): readonly ListColumnId[] => [
  ...columnsOf(id),
  ...(counterOf(id).csvColumns ?? []),
];
