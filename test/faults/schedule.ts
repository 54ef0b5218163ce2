import type { Dice } from '@record-insights/crm-host/sample/dice';

/** Somebody who waits for turns: a process, or a request that is under way by itself. */
export interface Party {
  /** Its turns never come. */
  isGone: boolean;
  /** Its turns do not come before this time. */
  stalledUntil: number;
}

export const newParty = (): Party => ({ isGone: false, stalledUntil: -Infinity });

interface Turn {
  readonly party: Party;
  readonly due: number;
  readonly take: () => void;
}

/** Decides who goes on, one at a time, and what time it is. The same dice give the same order. */
export interface Schedule {
  /** Milliseconds since the start. */
  readonly now: () => number;
  /** Resolves when it is the party's turn, `after` milliseconds from now at the earliest. */
  turn(party: Party, after?: number): Promise<void>;
  /**
   * Gives turns until `isOver`, or until nobody waits for one.
   * @param onTurn called before each turn
   */
  run(isOver: () => boolean, onTurn: () => void): Promise<void>;
}

const longestTurn = 5;

export function openSchedule(dice: Dice): Schedule {
  let now = 0;
  let turns: Turn[] = [];

  function nextTurn(): Turn | undefined {
    turns = turns.filter(({ party }) => !party.isGone);
    const dues = turns.map(({ party, due }) => (due > party.stalledUntil ? due : party.stalledUntil));
    if (dues.length === 0) return undefined;
    now = dues.every((due) => due > now) ? Math.min(...dues) : now;
    const index = dice.pick(dues.flatMap((due, i) => (due <= now ? [i] : [])));
    return turns.splice(index, 1)[0];
  }

  return {
    now: () => now,
    turn: (party, after = 0) => new Promise((take) => turns.push({ party, due: now + Math.ceil(after), take })),
    async run(isOver, onTurn) {
      for (;;) {
        await allQuiet();
        onTurn();
        const next = isOver() ? undefined : nextTurn();
        if (!next) return;
        now += dice.int(0, longestTurn);
        next.take();
      }
    },
  };
}

/** When everybody waits for a turn: nothing under test waits for anything else. */
const allQuiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** How long something lasts, in milliseconds: a few turns, about a group, or many groups. */
export const spanOf = (dice: Dice): number => dice.int(1, dice.pick([50, 1000, 5000]));
