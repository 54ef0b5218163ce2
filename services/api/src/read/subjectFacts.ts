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

/**
 * HTML of an email by version, the newest first; versions without any are left out. They are numbered from 1 in the order
 * in which they went live.
 */
export async function contentsOf(
  store: TableStore,
  organisation: string,
  { id }: Subject,
  view: number,
): Promise<HeatMapAnswer['contents']> {
  const ids = await partsOf(store, organisation, 'emailVersion', id);
  const facts = await factsOf(store, organisation, 'emailVersion', ids, view);
  return [...(facts ?? new Map<string, never>()).values()]
    .filter(({ op, fields }) => op === 'upsert' && fields.emailId === id)
    .sort((a, b) => ordered(a.fields.liveFrom ?? '', b.fields.liveFrom ?? '') || ordered(a.id, b.id))
    .map(({ fields: { liveFrom, html } }, n) => ({ version: n + 1, ...(liveFrom ? { liveFrom } : {}), html }))
    .flatMap(({ html, ...version }) => (html === undefined ? [] : [{ ...version, html }]))
    .reverse();
}

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
