import type { KpiAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Texts } from '../../shared/texts';

/** How a number changed against the equal period before. */
export interface Delta {
  readonly arrow: 'Up' | 'Down' | 'CalculatorSubtract';
  /** Only where the registry says which way is good. */
  readonly tone: 'better' | 'worse' | 'flat';
  /** "12 more", "15.3 pts", "Same". */
  readonly amount: string;
  /** "was 35". */
  readonly was: string;
  /** "12 more than before, was 35". */
  readonly spoken: string;
}

/** Points below this are shown as no change: they would read 0.0. */
const leastPoints = 0.0005;

/** Undefined when either has no answer, or the period before lies outside what is shown. */
export function deltaOf(kpi: KpiAnswer, format: Format, texts: Texts): Delta | undefined {
  const { value, previous, unit, comparable } = kpi;
  if (value === null || previous === null || !comparable) return undefined;
  const change = value - previous;
  const direction = Math.abs(change) < (unit === 'percent' ? leastPoints : 1) ? 0 : Math.sign(change);
  const was = texts.say('was', shownValue(previous, unit, format));
  const { amount, spoken } = wordsOf(change, direction, unit, format, texts);
  return {
    arrow: direction > 0 ? 'Up' : direction < 0 ? 'Down' : 'CalculatorSubtract',
    tone: toneOf(direction, kpi.definition.good),
    amount,
    was,
    spoken: `${spoken}, ${was}`,
  };
}

function toneOf(direction: number, good: 'up' | 'down' | undefined): Delta['tone'] {
  if (direction === 0 || good === undefined) return 'flat';
  return direction > 0 === (good === 'up') ? 'better' : 'worse';
}

function wordsOf(change: number, direction: number, unit: KpiAnswer['unit'], format: Format, texts: Texts) {
  if (direction === 0) return { amount: texts.say('same'), spoken: texts.say('sameAsBefore') };
  if (unit === 'percent') {
    const points = format.points(change);
    const key = direction > 0 ? 'pointsMoreThanBefore' : 'pointsLessThanBefore';
    return { amount: texts.say('points', points), spoken: texts.say(key, points) };
  }
  const number = format.number(Math.abs(change));
  const amount = texts.say(direction > 0 ? 'more' : 'fewer', number);
  return { amount, spoken: texts.say('thanBefore', amount) };
}

/** A value as it is shown in full; an en dash where there is no answer. */
export function shownValue(value: number | null, unit: KpiAnswer['unit'], format: Format): string {
  if (value === null) return '–';
  return unit === 'percent' ? format.percent(value) : format.number(value);
}
