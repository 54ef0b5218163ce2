import type { ListRow } from '@record-insights/domain';
import type { AnswerOf } from '../panels/panelProps';

/** What the service answers about a lead itself: one that grew through the instants of the rows. */

const models = ['8f0c7c0e-52c5-4c2c-9f6e-0d5a3d1b2c01', '9f0c7c0e-52c5-4c2c-9f6e-0d5a3d1b2c02'] as const;

export function leadProgressAnswer(id: string, rows: readonly ListRow[]): AnswerOf<'leadProgress'> {
  const [first, second, ...others] = rows.map(({ at }) => at).sort();
  if (first === undefined || second === undefined)
    return {
      kind: 'leadProgress',
      id,
      created: null,
      asOf: '2026-11-23T13:02:00.000Z',
      days: null,
      stages: [],
      scores: [],
    };
  return {
    kind: 'leadProgress',
    id,
    created: first,
    asOf: '2026-11-23T13:02:00.000Z',
    days: 29,
    stages: [
      { stage: 'Inquiry', days: 1, stays: [{ from: first, until: second }] },
      { stage: 'Sales acceptance', days: 28, stays: [{ from: second, until: null }] },
      { stage: 'Never reached', days: 0, stays: [] },
    ],
    scores: models.map((model, n) => ({
      model,
      points: [second, ...others].slice(0, 4).map((at, i) => ({ at, score: 20 * i - 7 * n })),
    })),
  };
}

export function leadScoresAnswer(id: string, rows: readonly ListRow[]): AnswerOf<'leadScores'> {
  const [at] = rows.map((row) => row.at);
  if (at === undefined) return { kind: 'leadScores', id, models: [] };
  return {
    kind: 'leadScores',
    id,
    models: [
      { model: models[0], score: 60, grade: 'B', salesReady: true, readyFrom: 55, at },
      { model: models[1], score: -7, grade: null, salesReady: false, readyFrom: 70, at },
    ],
  };
}
