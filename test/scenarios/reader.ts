import { verify } from '@record-insights/api/maintenance/verify';
import type { Asked } from '../builders/questions';
import { answersOf, listQueryOf, toldIn, type Told } from './answers';
import type { Place } from './places';

/** What a reader does at a moment. */
export interface Look extends Asked {
  /** Rows a page, for the list that is paged from now on, a page a moment. */
  readonly limit: number;
  /** Whether everything is recounted, too. */
  readonly verifies: boolean;
}

/** What a look found. */
export interface Seen extends Asked {
  readonly view: number;
  readonly told: Told;
  /** Ids of the timeline's list, paged through while ingest went on. */
  readonly paged: readonly string[];
  readonly differences: readonly unknown[];
}

/** Reads a place while it changes. */
export interface Reader {
  /** Resolves when it has looked; numbers that are not the length of their list reject. */
  look(look: Look): Promise<void>;
  /** Reads the next page of every list begun and not ended. */
  turnPages(): Promise<void>;
  /** Reads all lists to their end. */
  seen(): Promise<readonly Seen[]>;
}

export function openReader(place: Place): Reader {
  const begun: { readonly found: Omit<Seen, 'paged'>; readonly pages: Pages }[] = [];
  return {
    async look({ contact, question, limit, verifies }) {
      const { view, told, timeline } = await toldAtOneView(place, { contact, question });
      const differences = verifies ? (await verify(place.service.context, place.organisation)).differences : [];
      begun.push({ found: { contact, question, view, told, differences }, pages: pagesOf(place, timeline, limit) });
    },
    async turnPages() {
      for (const { pages } of begun) await pages.turn();
    },
    async seen() {
      return Promise.all(begun.map(async ({ found, pages }) => ({ ...found, paged: await pages.toTheEnd() })));
    },
  };
}

/** Both categories at one view, and all that they lead to. They are read again when a group was done between them. */
async function toldAtOneView(
  place: Place,
  { contact, question }: Asked,
): Promise<{ view: number; told: Told; timeline: string }> {
  for (;;) {
    const answers = await answersOf(place, contact, question);
    const [view, ...others] = new Set(answers.map((answer) => answer.view));
    if (view === undefined || others.length > 0) continue;
    const timelines = answers.flatMap(({ panels }) =>
      panels.flatMap((one) => (one.kind === 'timeline' ? [one.rows] : [])),
    );
    return { view, told: await toldIn(place, answers), timeline: timelines[0] ?? '' };
  }
}

interface Pages {
  turn(): Promise<void>;
  toTheEnd(): Promise<readonly string[]>;
}

function pagesOf({ service, organisation }: Place, address: string, limit: number): Pages {
  const ids: string[] = [];
  let next: ReturnType<typeof listQueryOf> | undefined = { ...listQueryOf(address), limit };
  let turning = Promise.resolve();

  async function turn(): Promise<void> {
    if (!next) return;
    const page = await service.list(organisation, next);
    ids.push(...page.rows.map(({ id }) => id));
    next = page.next === undefined ? undefined : listQueryOf(page.next);
  }

  return {
    turn: () => (turning = turning.then(turn)),
    async toTheEnd() {
      await turning;
      while (next) await turn();
      return ids;
    },
  };
}
