import { readInteraction, refusals, type IngestAnswer, type Interaction, type RawRow } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { charactersOf, packText, writeBytes, writeHeader, type BatchContent, type RefusedLine } from './batches';

/** A row may be so large when compressed, so that it fits a row of the store. */
export const largestRow = 900 * 1024;

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
  const interactions: Interaction[] = [];
  const refused: { readonly index: number; readonly line: RefusedLine }[] = [];
  const taken: string[] = [];
  for (const [index, row] of rows.entries()) {
    const read = await readRow(row, receivedAt, folder);
    const refusal = refusalIds[index];
    if ('interaction' in read) {
      interactions.push(read.interaction);
      if (refusal !== undefined) taken.push(refusal);
    } else refused.push({ index, line: { ...read, row: JSON.stringify(row), folder, receivedAt } });
  }
  const batch = context.nameAt(receivedAt);
  const content = { interactions, refused: refused.map(({ line }) => line), taken };
  await store(context, organisation, batch, receivedAt, content);
  return {
    content,
    answer: { batch, accepted: interactions.length, refused: refused.map(({ index, line }) => told(index, line)) },
  };
}

async function store(
  context: EngineContext,
  organisation: string,
  batch: string,
  receivedAt: number,
  content: BatchContent,
): Promise<void> {
  const rows = content.interactions.length + content.refused.length;
  if (rows === 0 && content.taken.length === 0) return;
  await context.onStep('accept.bytes');
  await writeBytes(context.store, organisation, batch, content);
  await context.onStep('accept.header');
  await writeHeader(context.store, organisation, { batch, rows, characters: charactersOf(content), receivedAt });
}

type Read = { readonly interaction: Interaction } | Pick<RefusedLine, 'code' | 'field'>;

async function readRow(row: unknown, now: number, folder: string | undefined): Promise<Read> {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { code: 'notAnObject', field: 'row' };
  const read = readInteraction(row as RawRow, now, folder);
  if (!read.ok) return read.refusal;
  const { interaction } = read;
  if (interaction.text.length > largestRow / 4 && (await packText(interaction.text)).length > largestRow)
    return { code: 'tooLarge', field: largestColumn(interaction) };
  return { interaction };
}

const largestColumn = ({ columns }: Interaction): string =>
  Object.entries(columns).reduce(
    (largest, next) => (next[1].length > largest[1].length ? next : largest),
    ['row', ''],
  )[0];

const told = (index: number, { code, field }: RefusedLine): IngestAnswer['refused'][number] => ({
  index,
  code,
  field,
  message: refusals[code],
});
