/** A link's place among the clicked ones. */
export interface Rank {
  /** 1 is the most; equal numbers share it. Undefined for what was not clicked. */
  readonly rank: number | undefined;
  /** Step of colour: 0 is red, 6 blue. */
  readonly step: number;
}

const lastStep = 6;

/** Ranks in the order of the numbers, spread over all colours from the first to the last. */
export function ranksOf(numbers: readonly (number | null)[]): readonly Rank[] {
  const falling = numbers.filter((number): number is number => (number ?? 0) > 0).sort((a, b) => b - a);
  const rankOf = (number: number): number => falling.indexOf(number) + 1;
  const last = rankOf(falling.at(-1) ?? 0);
  return numbers.map((number) => {
    if (number === null || number <= 0) return { rank: undefined, step: lastStep };
    const rank = rankOf(number);
    return { rank, step: last === 1 ? 0 : Math.round(((rank - 1) / (last - 1)) * lastStep) };
  });
}
