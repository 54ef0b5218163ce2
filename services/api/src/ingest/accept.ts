import {
  readDirectoryItem,
  readInteraction,
  refusals,
  type DirectoryItem,
  type IngestAnswer,
  type Interaction,
  type RawRow,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { charactersOf, packText, writeBytes, writeHeader, type BatchContent, type RefusedLine } from './batches';

/** A row may be so large when compressed, so that it fits a row of the store. */
export const largestRow = 900 * 1024;

/** An item may be so large when compressed, so that a row of the store takes a fact and the one before it. */
export const largestItem = 400 * 1024;

export interface Accepted {
  readonly answer: IngestAnswer;
  readonly content: BatchContent;
}

/**
 * Takes rows in: when it resolves, the readable rows are durable, and so are the refused ones with their reasons.
 * @param refusalIds ids of the refusals that the rows come from, row by row; those now readable leave the list
 */
export async function accept(
  context: EngineContext,
  organisation: string,
  rows: readonly unknown[],
  folder?: string,
  refusalIds: readonly string[] = [],
): Promise<Accepted> {
  const receivedAt = context.now();
  const sorted = await sortOut(rows, refusalIds, (row) => readRow(row, receivedAt, folder));
  return keep(context, organisation, receivedAt, { ...sorted, interactions: sorted.read, items: [] }, { folder });
}

/** Takes items of the directory in, as `accept` takes rows. */
export async function acceptItems(
  context: EngineContext,
  organisation: string,
  items: readonly unknown[],
  refusalIds: readonly string[] = [],
): Promise<Accepted> {
  const receivedAt = context.now();
  const sorted = await sortOut(items, refusalIds, (item) => readItem(item, receivedAt));
  const content = { ...sorted, interactions: [], items: sorted.read };
  return keep(context, organisation, receivedAt, content, { source: 'directory' });
}

/** Takes in again what was refused, rows or items of one origin; what can be read now leaves the list of refused rows. */
export function acceptAgain(
  context: EngineContext,
  organisation: string,
  lines: readonly (RefusedLine & { readonly id: string })[],
): Promise<Accepted> {
  const rows = lines.map(({ row }) => JSON.parse(row) as unknown);
  const ids = lines.map(({ id }) => id);
  return lines[0]?.source === 'directory'
    ? acceptItems(context, organisation, rows, ids)
    : accept(context, organisation, rows, lines[0]?.folder, ids);
}

type Read<T> = { readonly read: T } | Pick<RefusedLine, 'code' | 'field'>;

interface RefusedRow extends Pick<RefusedLine, 'code' | 'field' | 'row'> {
  readonly index: number;
}

interface SortedOut<T> {
  readonly read: readonly T[];
  readonly refused: readonly RefusedRow[];
  readonly taken: readonly string[];
}

async function sortOut<T>(
  rows: readonly unknown[],
  refusalIds: readonly string[],
  readOne: (row: unknown) => Promise<Read<T>>,
): Promise<SortedOut<T>> {
  const [read, refused, taken]: [T[], RefusedRow[], string[]] = [[], [], []];
  for (const [index, row] of rows.entries()) {
    const one = await readOne(row);
    const refusal = refusalIds[index];
    if ('read' in one) {
      read.push(one.read);
      if (refusal !== undefined) taken.push(refusal);
    } else refused.push({ ...one, index, row: JSON.stringify(row) });
  }
  return { read, refused, taken };
}

/** @param origin what the refused rows are kept with, so that they can be read again */
async function keep(
  context: EngineContext,
  organisation: string,
  receivedAt: number,
  { refused, interactions, items, taken }: Omit<BatchContent, 'refused'> & Pick<SortedOut<unknown>, 'refused'>,
  origin: Pick<RefusedLine, 'folder' | 'source'>,
): Promise<Accepted> {
  const batch = context.nameAt(receivedAt);
  const lines = refused.map(({ code, field, row }): RefusedLine => ({ code, field, row, ...origin, receivedAt }));
  const content = { interactions, items, refused: lines, taken };
  await store(context, organisation, batch, receivedAt, content);
  const answer = { batch, accepted: interactions.length + items.length, refused: refused.map(told) };
  return { content, answer };
}

async function store(
  context: EngineContext,
  organisation: string,
  batch: string,
  receivedAt: number,
  content: BatchContent,
): Promise<void> {
  const rows = content.interactions.length + content.items.length + content.refused.length;
  if (rows === 0 && content.taken.length === 0) return;
  await context.onStep('accept.bytes');
  await writeBytes(context.store, organisation, batch, content);
  await context.onStep('accept.header');
  await writeHeader(context.store, organisation, { batch, rows, characters: charactersOf(content), receivedAt });
}

async function readRow(row: unknown, now: number, folder: string | undefined): Promise<Read<Interaction>> {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { code: 'notAnObject', field: 'row' };
  const read = readInteraction(row as RawRow, now, folder);
  if (!read.ok) return read.refusal;
  const { interaction } = read;
  if (interaction.text.length > largestRow / 4 && (await packText(interaction.text)).length > largestRow)
    return { code: 'tooLarge', field: largestColumn(interaction) };
  return { read: interaction };
}

async function readItem(raw: unknown, now: number): Promise<Read<DirectoryItem>> {
  const read = readDirectoryItem(raw, now);
  if ('refusal' in read) return read.refusal;
  const { text } = read.item;
  if (text.length > largestItem / 4 && (await packText(text)).length > largestItem)
    return { code: 'itemTooLarge', field: 'fields' };
  return { read: read.item };
}

const largestColumn = ({ columns }: Interaction): string =>
  Object.entries(columns).reduce(
    (largest, next) => (next[1].length > largest[1].length ? next : largest),
    ['row', ''],
  )[0];

const told = ({ index, code, field }: RefusedRow): IngestAnswer['refused'][number] => ({
  index,
  code,
  field,
  message: refusals[code],
});
