import { kept, monthsBefore, partsOf, type Day } from '@record-insights/domain';
import { numberOfDay } from '../fold/days';
import { basesOf, passCount, type Basis } from '../fold/rollupBasis';
import type { Rollup } from '../fold/rollupReading';
import { shardRollups, type NamedRollup } from '../fold/shardRollups';
import { allShards } from '../keys';
import type { TableStore } from '../store/tableStore';
import { allTime, toldByOf, valueName, whereOf } from './recountRecords';
import { recountedRules } from './recountVerdicts';
import { Sums, type KeptSums } from './sums';

/** What is stored of records with very many people, added up at a view. */
export interface StoredSums {
  /** What the numbers of each pass go by. */
  readonly bases: readonly Basis[];
  readonly sums: KeptSums;
}

/** Whether numbers that go by the basis can be recounted: by the rules that `recountVerdicts` knows. */
export const isRecountable = ({ rules }: Basis): boolean => rules === recountedRules;

/** @returns undefined when the sequence has moved on too far to tell */
export async function storedSums(
  store: TableStore,
  organisation: string,
  view: number,
): Promise<StoredSums | undefined> {
  const all = await basesOf(store, organisation);
  const bases = Array.from({ length: passCount }, (_, pass) => all.at(pass, view)).filter((one) => one !== undefined);
  if (bases.length < passCount) return undefined;
  const sums = new Sums();
  for (const shard of allShards) {
    const basis = bases[shard % passCount];
    if (!basis || !isRecountable(basis)) continue;
    for await (const one of shardRollups(store, organisation, shard, view)) {
      if (!one) return undefined;
      addRollup(sums, one);
    }
  }
  return { bases, sums: sums.kept() };
}

const ever = { from: numberOfDay('0001-01-01'), to: numberOfDay('9999-12-31') };

function addRollup(sums: Sums, { name, type, months, rollup }: NamedRollup): void {
  const spans = [{ span: allTime, ...ever }, ...months.map((month) => ({ span: month, ...daysOf(month) }))];
  for (const { span, from, to } of spans)
    for (const verdict of ['all', 'people'] as const)
      for (const counter of kept[type].keys())
        sums.addStored(whereOf(name, span, verdict), counter, rollup.count({ counter, from, to, choice: { verdict } }));
  addValues(sums, name, type, rollup);
}

function addValues(sums: Sums, name: string, type: NamedRollup['type'], rollup: Rollup): void {
  for (const told of toldByOf(type)) {
    const { counter, dimension } = told;
    for (const [value, count] of rollup.values({ counter, dimension, ...ever, choice: { verdict: 'all' } }))
      sums.addStored(whereOf(name, allTime, 'all'), valueName(told, partsOf(value)[0] ?? ''), count);
  }
}

/** The first and the last day of a month. */
function daysOf(month: string): { readonly from: number; readonly to: number } {
  const first = `${month}-01` as Day;
  return { from: numberOfDay(first), to: numberOfDay(monthsBefore(first, -1)) - 1 };
}
