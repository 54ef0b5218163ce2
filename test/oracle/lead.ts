import { earliest } from './counting';
import type { ToldItem } from './facts';
import { factsIn } from './facts';
import { isTestSend } from './keeping';
import { cell, type Row } from './rows';
import { rowsOfContact } from './contact';

/** What a lead's tab must tell, by plain loops over rows and items. */

/** The fields that the directory holds of a lead. */
export function leadIn(items: readonly ToldItem[], lead: string): Readonly<Record<string, unknown>> {
  return factsIn(items).find(({ kind, id }) => kind === 'lead' && id === lead)?.fields ?? {};
}

const ofLead = (kept: readonly Row[], lead: string): readonly Row[] =>
  kept.filter((row) => cell(row, 'LeadId') === lead && !isTestSend(row));

/** The rows that count for a lead: its contact's; those that name it where it has no contact. */
export function rowsForLead(kept: readonly Row[], items: readonly ToldItem[], lead: string): readonly Row[] {
  const contact = leadIn(items, lead)['contactId'];
  return typeof contact === 'string' ? rowsOfContact(kept, contact) : ofLead(kept, lead);
}

function inTime(rows: readonly Row[]): readonly Row[] {
  const ordered: Row[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const first = earliest(rest);
    ordered.push(first);
    rest = rest.filter((row) => row !== first);
  }
  return ordered;
}

/** Each stay as `stage from until`, instants in ISO, no end while it lasts. */
export function staysOfLead(kept: readonly Row[], items: readonly ToldItem[], lead: string): readonly string[] {
  const created = leadIn(items, lead)['createdAt'];
  const changes = inTime(ofLead(kept, lead).filter(({ type }) => type === 'LeadStageChanged'));
  const marks: { stage: string; at: number }[] = [];
  const since = typeof created === 'string' ? Date.parse(created) : Infinity;
  // A row that names no stage tells nothing, and leaves it to the next one which stage came before all.
  const first = changes.find(
    (row) => cell(row, 'Stage') !== '' || (cell(row, 'PreviousStage') !== '' && since < row.at),
  );
  if (first && since < first.at) marks.push({ stage: cell(first, 'PreviousStage'), at: since });
  for (const row of changes) marks.push({ stage: cell(row, 'Stage'), at: row.at });
  const told = marks.filter(({ stage }) => stage !== '');
  const begun = told.filter(({ stage }, i) => stage !== told[i - 1]?.stage);
  const iso = (at: number | undefined): string => (at === undefined ? '' : new Date(at).toISOString());
  return begun.map(({ stage, at }, i) => `${stage} ${iso(at)} ${iso(begun[i + 1]?.at)}`.trimEnd());
}

/** Each model's last score as `model score grade ready`. */
export function scoresOfLead(kept: readonly Row[], lead: string): readonly string[] {
  const last = new Map<string, string>();
  for (const row of inTime(ofLead(kept, lead).filter(({ type }) => type === 'LeadScored'))) {
    const score = cell(row, 'Score');
    if (!/^-?\d+$/.test(score) || cell(row, 'ScoringModelId') === '') continue;
    const ready = cell(row, 'SalesReady').toLowerCase() === 'true';
    last.set(cell(row, 'ScoringModelId'), `${score} ${cell(row, 'Grade') || '-'} ${ready ? 'ready' : 'not ready'}`);
  }
  return [...last].map(([model, said]) => `${model} ${said}`).sort();
}
