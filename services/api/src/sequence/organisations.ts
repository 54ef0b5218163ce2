import { createHash } from 'node:crypto';
import { counters, interactionTypes, kept, traits, verdictRules } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { writeHeader } from '../ingest/batches';
import { part, tables } from '../keys';
import type { TableStore } from '../store/tableStore';
import type { CommandKind } from './commands';

const partition = '-organisations';

/** Organisations that ever sent something. */
export async function organisations(store: TableStore): Promise<readonly string[]> {
  const { rows } = await store.range(tables.sequence, partition);
  return rows.map(({ values }) => values['id'] as string);
}

/** What the layout of stored rows depends on: the registry's tables, and the shape in which they are stored. */
const shape = 9;
export const layout = createHash('sha256')
  .update(
    JSON.stringify([
      shape,
      interactionTypes,
      counters,
      verdictRules,
      traits,
      Object.entries(kept).map(([type, of]) => [type, ...of]),
    ]),
  )
  .digest('hex');

/**
 * Remembers the organisation, and has its tables made again when they were laid out by another registry.
 * @returns whether a rebuild was asked for
 */
export async function enrol(context: EngineContext, organisation: string): Promise<boolean> {
  const { store } = context;
  const row = await store.get(tables.sequence, { partition, row: part(organisation) });
  if (row?.values['layout'] === layout) return false;
  if (row) await askFor(context, organisation, 'rebuild', `layout-${layout.slice(0, 16)}`);
  await store.write(tables.sequence, partition, [
    { kind: 'put', row: part(organisation), values: { id: organisation, layout } },
  ]);
  return row !== undefined;
}

/** Puts a command in line. One of the same name that waits already is the same. */
export async function askFor(
  context: EngineContext,
  organisation: string,
  command: CommandKind,
  name: string = context.nameAt(context.now()),
): Promise<void> {
  await writeHeader(context.store, organisation, { batch: name, rows: 0, receivedAt: context.now(), command });
}
