import type { HeatMapAnswer, LiveState, Subject } from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import { partsOf } from '../directory/factParts';
import type { TableStore } from '../store/tableStore';

/** Whether the record ever went live; `movedOn` where the directory has moved on too far to tell. */
export async function liveState(
  store: TableStore,
  organisation: string,
  { id }: Subject,
  view: number,
): Promise<LiveState | 'movedOn' | undefined> {
  const facts = await factsOf(store, organisation, 'liveState', [id], view);
  return facts ? facts.get(id)?.fields.state : 'movedOn';
}

/** HTML of an email by version, the newest first; versions without any are left out. */
export async function contentsOf(
  store: TableStore,
  organisation: string,
  { id }: Subject,
  view: number,
): Promise<HeatMapAnswer['contents']> {
  const versions = await partsOf(store, organisation, 'emailVersion', id);
  const facts = await factsOf(store, organisation, 'emailVersion', versions, view);
  return [...(facts ?? new Map<string, never>()).values()]
    .filter(({ op, fields }) => op === 'upsert' && fields.emailId === id && fields.html !== undefined)
    .sort((a, b) => ((b.fields.liveFrom ?? '') < (a.fields.liveFrom ?? '') ? -1 : 1))
    .map(({ id: version, fields: { html = '' } }) => ({ version, html }));
}
