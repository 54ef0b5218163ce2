import { refusals, type RefusedAnswer } from '@record-insights/domain';
import type { EngineContext } from './context';
import { refusedPage } from './fold/refusedRows';
import { groupBy } from './groupBy';
import { acceptAgain } from './ingest/accept';
import type { Intake } from './intake';
import { readDone } from './sequence/groups';
import type { Organisation } from './service';

const refusedPerPage = 100;
/** Characters of a refused row that are told. */
const refusedText = 4000;

/** A page of the refused rows, and how many there are. */
export async function refusedAnswer(
  { store }: EngineContext,
  organisation: Organisation,
  { cursor, limit = refusedPerPage }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<RefusedAnswer> {
  const [{ totals }, page] = await Promise.all([
    readDone(store, organisation),
    refusedPage(store, organisation, { after: cursor, limit }),
  ]);
  return {
    total: totals.refused,
    rows: page.rows.map(({ id, code, field, row, receivedAt }) => ({
      id,
      code,
      field,
      message: refusals[code],
      receivedAt: new Date(receivedAt).toISOString(),
      row: row.slice(0, refusedText),
    })),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** Reads all refused rows again, those of one origin together. @returns how many are fine now, and how many are not */
export async function replayRefused(
  context: EngineContext,
  organisation: Organisation,
  take: Intake['take'],
): Promise<{ readonly accepted: number; readonly refused: number }> {
  let [accepted, refused] = [0, 0];
  let after: string | undefined;
  do {
    const page = await refusedPage(context.store, organisation, { after, limit: refusedPerPage });
    for (const some of groupBy(page.rows, ({ folder, source }) => JSON.stringify([folder, source])).values()) {
      const { answer } = await take(organisation, some.length, () => acceptAgain(context, organisation, some));
      accepted += answer.accepted;
      refused += answer.refused.length;
    }
    after = page.next;
  } while (after !== undefined);
  return { accepted, refused };
}
