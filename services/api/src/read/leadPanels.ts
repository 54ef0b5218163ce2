import {
  formatInstant,
  gradeOf,
  scoresByModel,
  stageStays,
  stageTimes,
  wholeDays,
  type LeadScoreAnswer,
  type LeadStageAnswer,
  type ModelScores,
  type PanelAnswer,
  type PanelDef,
  type StageTime,
} from '@record-insights/domain';
import type { LeadHistory } from './leadHistory';
import type { PanelSource } from './panelSource';

type Def<K extends PanelDef['kind']> = Extract<PanelDef, { kind: K }>;
type Answer<K extends PanelDef['kind']> = Extract<PanelAnswer, { kind: K }>;

export async function leadProgressAnswer(
  { id }: Def<'leadProgress'>,
  { lead, now }: PanelSource,
): Promise<Answer<'leadProgress'>> {
  const { fact, rows } = await lead();
  const createdAt = fact?.fields.createdAt;
  const created = createdAt === undefined ? undefined : Date.parse(createdAt);
  return {
    kind: 'leadProgress',
    id,
    created: createdAt ?? null,
    asOf: formatInstant(now),
    days: created === undefined ? null : wholeDays(created, now),
    stages: stageTimes(stageStays(rows, created), now).map(stageAnswer),
    scores: scoresByModel(rows).map(({ model, points }) => ({
      model,
      points: points.map(({ at, score }) => ({ at: formatInstant(at), score })),
    })),
  };
}

const stageAnswer = ({ stage, days, stays }: StageTime): LeadStageAnswer => ({
  stage,
  days,
  stays: stays.map(({ from, until }) => ({
    from: formatInstant(from),
    until: until === undefined ? null : formatInstant(until),
  })),
});

export async function leadScoresAnswer(
  { id }: Def<'leadScores'>,
  { lead }: PanelSource,
): Promise<Answer<'leadScores'>> {
  const { rows, models } = await lead();
  return { kind: 'leadScores', id, models: scoresByModel(rows).map((scores) => scoreAnswer(scores, models)) };
}

function scoreAnswer(
  { model, points, grade, salesReady }: ModelScores,
  models: LeadHistory['models'],
): LeadScoreAnswer {
  const [first, ...others] = points;
  const { at, score } = others.at(-1) ?? first;
  const fact = models.get(model);
  return {
    model,
    score,
    grade: grade ?? gradeOf(fact, score) ?? null,
    salesReady,
    readyFrom: fact?.fields.salesReadyFrom ?? null,
    at: formatInstant(at),
  };
}
