import { leastForUsual, type HeadlineAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Texts } from '../../shared/texts';
import { hoursInWords } from './hoursInWords';

/** What a tile says, and what it rests on or why there is nothing to say. */
export interface HeadlineWords {
  readonly words: string;
  readonly note: string;
}

type Say<F extends HeadlineAnswer['headline']> = (
  headline: Extract<HeadlineAnswer, { readonly headline: F }>,
  texts: Texts,
  format: Format,
) => HeadlineWords;

const none = '–';

const headlines: { readonly [F in HeadlineAnswer['headline']]: Say<F> } = {
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

export function headlineInWords(headline: HeadlineAnswer, texts: Texts, format: Format): HeadlineWords {
  const say = headlines[headline.headline] as Say<HeadlineAnswer['headline']>;
  return say(headline, texts, format);
}
