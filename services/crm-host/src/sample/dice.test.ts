import { diceOf } from './dice';

const throwsOf = (seed: number, label: string): number[] => {
  const dice = diceOf(seed, label);
  return Array.from({ length: 1000 }, () => dice.next());
};

describe('dice', () => {
  test('the same seed and label give the same throws, others give others', () => {
    expect(throwsOf(1, 'a')).toEqual(throwsOf(1, 'a'));
    expect(throwsOf(1, 'a')).not.toEqual(throwsOf(1, 'b'));
    expect(throwsOf(1, 'a')).not.toEqual(throwsOf(2, 'a'));
  });

  test('throws fill the range evenly', () => {
    const throws = throwsOf(3, 'even');
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inside = throws.filter((thrown) => Math.floor(thrown * 10) === tenth).length;
      expect(inside).toBeGreaterThan(60);
      expect(inside).toBeLessThan(140);
    }
  });

  test('a weight of nothing is never drawn, and twice the weight comes about twice as often', () => {
    const dice = diceOf(4, 'weights');
    const drawn = Array.from({ length: 3000 }, () => dice.weighted([1, 0, 2]));
    expect(drawn).not.toContain(1);
    const share = drawn.filter((index) => index === 2).length / drawn.length;
    expect(share).toBeGreaterThan(0.62);
    expect(share).toBeLessThan(0.71);
  });

  test('shuffling keeps every item, and drawing from nothing is an error', () => {
    const dice = diceOf(5, 'shuffle');
    const items = Array.from({ length: 40 }, (_, index) => index);
    const shuffled = dice.shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
    expect(() => dice.pick([])).toThrow('Nothing to draw from');
  });
});
