import type { DirectoryFact } from './directory';
import type { Instant } from './instant';
import type { Interaction } from './interaction';
import { inOrder } from './leadStages';
import { typeOf } from './registry/interactionTypes';

/** A score that a model gave, from its instant on. */
export interface ScorePoint {
  readonly at: Instant;
  readonly score: number;
}

/** How a model scored a lead. */
export interface ModelScores {
  readonly model: string;
  /** In order of time; the last one holds now. */
  readonly points: readonly [ScorePoint, ...ScorePoint[]];
  /** The grade that came with the last score. */
  readonly grade?: string;
  /** Whether the last row calls the lead ready for sales. */
  readonly salesReady: boolean;
}

/**
 * Scores of a lead by model, the one that scored last first.
 * @param rows the lead's rows in full, in any order; those that tell no score are passed over
 */
export function scoresByModel(rows: readonly Interaction[]): readonly ModelScores[] {
  const models = new Map<string, ModelScores>();
  for (const { type, columns, at } of inOrder(rows)) {
    const { score: named } = typeOf(type);
    const model = named && columns[named.model];
    const score = named && numberIn(columns[named.score]);
    if (!named || model === undefined || score === undefined) continue;
    const grade = columns[named.grade];
    const before = models.get(model)?.points ?? [];
    models.delete(model);
    models.set(model, {
      model,
      points: [...before, { at, score }] as [ScorePoint, ...ScorePoint[]],
      ...(grade === undefined ? {} : { grade }),
      salesReady: columns[named.salesReady]?.toLowerCase() === 'true',
    });
  }
  return [...models.values()].reverse();
}

function numberIn(text: string | undefined): number | undefined {
  const number = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** The grade of a score by the ranges that the directory tells of its model; undefined where those tell none. */
export function gradeOf(model: DirectoryFact<'scoringModel'> | undefined, score: number): string | undefined {
  const grades: unknown = model?.fields.grades;
  if (!Array.isArray(grades)) return undefined;
  const ranges = grades.filter(isRange).sort((a, b) => b.from - a.from);
  return ranges.find(({ from }) => score >= from)?.grade;
}

function isRange(value: unknown): value is { readonly grade: string; readonly from: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { grade, from } = value as Readonly<Record<string, unknown>>;
  return typeof grade === 'string' && typeof from === 'number';
}
