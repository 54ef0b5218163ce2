import type { Subject, Zone } from '@record-insights/domain';
import { key, ordered, part, tables } from '../keys';
import { readDone } from '../sequence/groups';
import { readSettings } from '../settings';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';
import { groupOf, writeAt } from '../store/writeAt';
import { subjectShard } from './subjects';

/** What numbers of records go by until they are made again by another zone or by other verdict rules. */
export interface Basis {
  readonly zone: Zone;
  readonly rules: number;
}

/** Rollups are made again in so many passes over all cells, so that a pass holds only a part of them at a time. */
export const passCount = 4;

/** The pass that makes the record's rollups. */
export const passOf = (subject: Subject): number => subjectShard(subject) % passCount;

const partition = (organisation: string): string => key(part(organisation), 'basis');

/** What each pass goes by. */
export interface Bases {
  of(pass: number): Basis;
  /** Undefined when it changed more than once since the view. */
  at(pass: number, view: number): Basis | undefined;
  /** Keeps, for the group, those that are kept nowhere yet. */
  keep(group: number): Promise<void>;
  change(group: number, pass: number, basis: Basis): Promise<void>;
}

export async function basesOf(store: TableStore, organisation: string): Promise<Bases> {
  const rows = new Map<string, StoredRow>();
  for await (const row of rowsOf(store, tables.rollups, partition(organisation))) rows.set(row.row, row);
  const newest = rows.size < passCount ? await newestBasis(store, organisation) : undefined;
  const passes = Array.from({ length: passCount }, (_, pass) => pass);
  const rowAt = (pass: number): StoredRow | undefined => rows.get(ordered(pass));
  const basisAt = (pass: number): Basis => {
    const row = rowAt(pass);
    return row ? basisIn(row.values['now']) : (newest ?? { zone: 'UTC', rules: 0 });
  };
  const write = (group: number, some: readonly number[], basis: (pass: number) => Basis): Promise<void> =>
    writeAt(
      store,
      tables.rollups,
      partition(organisation),
      group,
      some.map((pass) => ({
        row: ordered(pass),
        next: (before) => {
          const now = JSON.stringify(basis(pass));
          if (before?.values['now'] === now) return undefined;
          return before
            ? { now, before: before.values['now'] ?? now, since: BigInt(groupOf(before)) }
            : { now, before: now, since: 0n };
        },
      })),
    );
  return {
    of: basisAt,
    at(pass, view) {
      const row = rowAt(pass);
      if (!row || groupOf(row) <= view) return basisAt(pass);
      return Number(row.values['since']) <= view ? basisIn(row.values['before']) : undefined;
    },
    keep: (group) =>
      write(
        group,
        passes.filter((pass) => !rowAt(pass)),
        basisAt,
      ),
    change: (group, pass, basis) => write(group, [pass], () => basis),
  };
}

const basisIn = (value: unknown): Basis => JSON.parse(value as string) as Basis;

async function newestBasis(store: TableStore, organisation: string): Promise<Basis> {
  const [{ zone }, { rules }] = await Promise.all([readSettings(store, organisation), readDone(store, organisation)]);
  return { zone, rules: rules.version };
}
