import { leastForUsual, type FactAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Texts } from '../../shared/texts';
import { hoursInWords } from './hoursInWords';

/** What a tile says, and what it rests on or why there is nothing to say. */
export interface FactWords {
  readonly words: string;
  readonly note: string;
}

type Say<F extends FactAnswer['fact']> = (
  fact: Extract<FactAnswer, { readonly fact: F }>,
  texts: Texts,
  format: Format,
) => FactWords;

const none = '–';

const facts: { readonly [F in FactAnswer['fact']]: Say<F> } = {
  bestTime: ({ best, deliveries, opened }, texts, format) =>
    best.length === 0
      ? { words: none, note: texts.say('notEnough') }
      : {
          words: hoursInWords(best, format),
          note: texts.say('predictedFrom', format.number(deliveries), format.number(opened)),
        },
  usualTime: ({ usual, total }, texts, format) => {
    if (!usual) return { words: none, note: texts.say(total < leastForUsual ? 'tooFewOpens' : 'noFixedTime') };
    const until = (usual.from + usual.hours) % 24;
    return {
      words: texts.say('usually', texts.say(`days_${usual.days}`), format.hour(usual.from), format.hour(until)),
      note: texts.say('opensOf', format.number(usual.count), format.number(total)),
    };
  },
  usualWait: ({ wait }, texts) =>
    wait === null
      ? { words: none, note: texts.say('nothingOpened') }
      : { words: wait, note: texts.say('halfCameByThen') },
};

export function factInWords(fact: FactAnswer, texts: Texts, format: Format): FactWords {
  const say = facts[fact.fact] as Say<FactAnswer['fact']>;
  return say(fact, texts, format);
}
