import { diceOf } from './dice';

/** A plan of a segment; its people come and go by chance. */
export interface SegmentPlan {
  readonly name: string;
  readonly kind: 'dynamic' | 'static' | 'compound';
  /** Share of all people who are in it at first. */
  readonly share: number;
  /** Share of its size that joins, and that leaves, on a day. */
  readonly churn: number;
  /** Which interactions tell of it. */
  readonly told: 'both' | 'counts' | 'members';
  /** A subscription list, joined and left by the people themselves. */
  readonly list?: true;
  readonly live: boolean;
}

export interface Segment extends SegmentPlan {
  readonly id: string;
}

const segment = (
  name: string,
  kind: SegmentPlan['kind'],
  share: number,
  churn: number,
  told: SegmentPlan['told'] = 'both',
): SegmentPlan => ({ name, kind, share, churn, told, live: true });

const list = (name: string, share: number): SegmentPlan => ({
  ...segment(name, 'static', share, 0.0003, 'counts'),
  list: true,
});

const plans: readonly SegmentPlan[] = [
  list('Pump News readers', 0.2),
  list('Service reminders', 0.12),
  list('Courses and events', 0.13),
  segment('Boiler owners', 'dynamic', 0.22, 0.0012),
  segment('Heat pump owners', 'dynamic', 0.17, 0.0014),
  segment('Dealers', 'dynamic', 0.075, 0.002),
  segment('Installers and fitters', 'dynamic', 0.13, 0.001, 'members'),
  segment('Open quotes', 'dynamic', 0.02, 0.03),
  segment('Service contracts ending soon', 'dynamic', 0.03, 0.012),
  segment('All customers we may write to', 'compound', 0.7, 0.0003, 'counts'),
  segment('Complaints, do not write', 'static', 0.012, 0.002),
  segment('Opened something lately', 'dynamic', 0.2, 0.02, 'counts'),
  { ...segment('Autumn catalogue readers (draft)', 'dynamic', 0, 0), live: false },
];

export function segmentsOf(seed: number): readonly Segment[] {
  return plans.map((plan) => ({ ...plan, id: diceOf(seed, 'segment', plan.name).guid() }));
}
