import type { Locator } from 'playwright-core';
import type { CounterId, PanelDef, PanelKind } from '@record-insights/domain';
import { earliestShown, questionBefore } from '../../oracle/contact';
import type { Question, Thing } from '../../oracle/counting';
import type { Asked, Scene } from '../scene';
import { zone } from '../shown';

/** What an oracle tells of a record in a period. */
export interface Told {
  readonly lists: Readonly<Partial<Record<CounterId, readonly Thing[]>>>;
  readonly kpis: Readonly<Record<string, number | null>>;
}

/** What a panel is held against. `compared`: the period before is shown, too. */
export interface Held {
  readonly scene: Scene;
  readonly asked: Pick<Asked, 'from' | 'to'> & { readonly now: Told; readonly before: Told };
  /** Over all time, where the record has panels that dates do not filter. */
  readonly always?: Told;
  /** Lists begin with the person. */
  readonly named?: boolean;
  readonly compared: boolean;
  /** The lead whose tab it is. */
  readonly lead?: string;
}

/** What a record that very many people have to do with is held against. @param tell asks its oracle */
export function heldOfMany(scene: Scene, question: Question, tell: (question: Question) => Told): Held {
  const before = questionBefore(question);
  const { from, to } = question;
  return {
    scene,
    asked: { from, to, now: tell(question), before: tell(before) },
    get always() {
      return tell({ ...question, from: '0001-01-01', to: '9999-12-30' });
    },
    named: true,
    compared: before.from >= earliestShown(zone, Date.now(), 12),
  };
}

/** A panel says that there is no data where there is none, and only there. */
export async function emptinessHolds(place: Locator, title: string, isEmpty: boolean): Promise<void> {
  expect([title, await place.getByText('No data is available').count()]).toEqual([title, isEmpty ? 1 : 0]);
}

export type PanelOf<K extends PanelKind> = Extract<PanelDef, { readonly kind: K }>;
export type Hold<K extends PanelKind> = (def: PanelOf<K>, held: Held) => Promise<void>;

/** The counter that a list or a plain KPI is named after. */
export const counterIn = (name: string): CounterId => name.split('.')[1] as CounterId;

export function listIn({ lists }: Told, counter: CounterId): readonly Thing[] {
  const things = lists[counter];
  if (!things) throw new Error(`The oracle has no ${counter}.`);
  return things;
}
