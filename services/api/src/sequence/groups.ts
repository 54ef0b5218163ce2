import { rulesVersion, type VerdictRuleId } from '@record-insights/domain';
import { key, ordered, part, tables } from '../keys';
import { RowChanged, RowExists, type TableStore, type Values } from '../store/tableStore';
import type { CommandStep } from './commands';

/** What a group takes, fixed when it is named. */
export interface Group {
  readonly n: number;
  readonly batches: readonly string[];
  /** The step of a command that the group does. */
  readonly command?: CommandStep;
}

/** Sums over all groups done. */
export interface Totals {
  /** Kept rows, one an id, test sends included. */
  readonly interactions: number;
  readonly testSends: number;
  readonly refused: number;
  /** Rows that were dropped since their person is erased. */
  readonly dropped: number;
  /** People erased. */
  readonly erased: number;
}

/** The verdict rules that reads go by: those of the newest command that judged everything. */
export interface RulesInForce {
  readonly version: number;
  /** How many verdicts changed when they came into force, by rule. */
  readonly changed: VerdictChanges;
}

/** Numbers of rows by rule: the one that decides now, or that no longer does where none does now. */
export type VerdictChanges = Readonly<Partial<Record<VerdictRuleId, number>>>;
const noTotals: Totals = { interactions: 0, testSends: 0, refused: 0, dropped: 0, erased: 0 };

/** The last group done: the view of every read. */
export interface Done {
  readonly n: number;
  readonly totals: Totals;
  /** The command under way: the step that is next. */
  readonly command?: CommandStep;
  /** Views before this one can no longer be read. */
  readonly viewsFrom: number;
  readonly rules: RulesInForce;
  /** Absent before the first group. */
  readonly etag?: string;
}

/** Where nothing was judged yet. */
const newestRules: RulesInForce = { version: rulesVersion, changed: {} };
/** Where rows were judged before versions were kept. */
const firstRules: RulesInForce = { version: 1, changed: {} };

const partition = (organisation: string): string => part(organisation);
const groupKey = (n: number): string => key('group', ordered(n));
const doneKey = 'done';

export async function readDone(store: TableStore, organisation: string): Promise<Done> {
  const row = await store.get(tables.sequence, { partition: partition(organisation), row: doneKey });
  if (!row) return { n: 0, totals: noTotals, viewsFrom: 0, rules: newestRules };
  const { n, totals, command, viewsFrom, rules } = row.values;
  return {
    n: Number(n),
    totals: JSON.parse(totals as string) as Totals,
    viewsFrom: Number(viewsFrom),
    rules: typeof rules === 'string' ? (JSON.parse(rules) as RulesInForce) : firstRules,
    ...(typeof command === 'string' ? { command: JSON.parse(command) as CommandStep } : {}),
    etag: row.etag,
  };
}

/** Marks the group done; a no-op when another driver did. */
export async function writeDone(
  store: TableStore,
  organisation: string,
  before: Done,
  after: Omit<Done, 'etag'>,
): Promise<void> {
  const values: Values = {
    n: BigInt(after.n),
    totals: JSON.stringify(after.totals),
    viewsFrom: BigInt(after.viewsFrom),
    rules: JSON.stringify(after.rules),
    ...(after.command ? { command: JSON.stringify(after.command) } : {}),
  };
  try {
    await store.write(tables.sequence, partition(organisation), [
      before.etag === undefined
        ? { kind: 'create', row: doneKey, values }
        : { kind: 'replace', row: doneKey, values, etag: before.etag },
    ]);
  } catch (error) {
    if (!(error instanceof RowExists) && !(error instanceof RowChanged)) throw error;
  }
}

export async function readGroup(store: TableStore, organisation: string, n: number): Promise<Group | undefined> {
  const row = await store.get(tables.sequence, { partition: partition(organisation), row: groupKey(n) });
  return row ? { n, ...(JSON.parse(row.values['takes'] as string) as Omit<Group, 'n'>) } : undefined;
}

/** Names group n. Where it has a name already, that one holds. */
export async function nameGroup(store: TableStore, organisation: string, { n, ...takes }: Group): Promise<Group> {
  try {
    await store.write(tables.sequence, partition(organisation), [
      { kind: 'create', row: groupKey(n), values: { takes: JSON.stringify(takes) } },
    ]);
    return { n, ...takes };
  } catch (error) {
    if (!(error instanceof RowExists)) throw error;
    const named = await readGroup(store, organisation, n);
    if (!named) throw error;
    return named;
  }
}
