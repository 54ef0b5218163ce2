import type { Instant } from '@record-insights/domain';
import type { Calendar } from './calendar';
import { diceOf, type Dice } from './dice';
import { addressPart, firmStems, firmTrades, legalForms, places, type Place } from './names';
import { sampleUsers } from './sampleUsers';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly place: Place;
  readonly owner: string;
  readonly created: Instant;
  /** Whether a machine looks into its mail before the people do. */
  readonly scans: boolean;
}

/** The firm that sends; its people get the test sends. */
export const ownFirm = { name: 'Kvitfoss Pumps AS', domain: 'kvitfoss.example' } as const;

/** Firms, our own first. */
export function accountsOf(seed: number, count: number, calendar: Calendar): readonly Account[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const dice = diceOf(seed, 'account', index);
    const place = places[dice.weighted(places.map((_, rank) => 1 / (rank + 2)))] ?? dice.pick(places);
    const { name, domain } = index === 0 ? ownFirm : firmOf(dice, place, taken);
    return {
      id: dice.guid(),
      name,
      domain,
      place,
      owner: index % 3 === 1 ? sampleUsers.sanna : sampleUsers.emil,
      created: calendar.moment(-dice.int(30, 2500), dice.between(8, 16)),
      scans: index % 25 === 13,
    };
  });
}

/** A name nobody has yet: stem, trade, then the city and a number where the trade is crowded. */
function firmOf(dice: Dice, place: Place, taken: Set<string>): { name: string; domain: string } {
  const stem = `${dice.pick(firmStems)} ${dice.pick(firmTrades)}`;
  const tries = [stem, `${stem} ${place.city}`];
  let name = tries.find((candidate) => !taken.has(candidate));
  for (let number = 2; name === undefined; number += 1) {
    const candidate = `${stem} ${place.city} ${number}`;
    if (!taken.has(candidate)) name = candidate;
  }
  taken.add(name);
  return { name: `${name} ${legalForms[place.country] ?? 'AS'}`, domain: `${addressPart(name)}.example` };
}
