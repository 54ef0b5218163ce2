import { verify } from '@record-insights/api/maintenance/verify';
import type { Asked } from '../builders/questions';
import type { Question } from '../oracle/counting';
import { answersOf, listQueryOf, queryOf, toldIn, type Told } from './answers';
import type { Place } from './places';

/** What a reader does at a moment. */
export interface Look extends Asked {
  /** Everything of the contact, paged through from now on: a page of so many rows a moment. */
  readonly everything: Question;
  readonly limit: number;
  /** Whether everything is recounted, too. */
  readonly verifies: boolean;
}

/** What a look found. */
export interface Seen extends Asked {
  readonly view: number;
  readonly told: Told;
  readonly everything: Paged;
  readonly differences: readonly unknown[];
}

/** A list that was paged through while ingest went on, at the view of its first page. */
export interface Paged {
  readonly question: Question;
  readonly view: number;
  readonly ids: readonly string[];
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
  const begun: { readonly found: Omit<Seen, 'everything'>; readonly pages: Pages }[] = [];
  return {
    async look({ contact, question, everything, limit, verifies }) {
      const pages = pagesOf(place, contact, everything, limit);
      await pages.turn();
      const { view, told } = await toldAtOneView(place, { contact, question });
      const differences = verifies ? (await verify(place.service.context, place.organisation)).differences : [];
      begun.push({ found: { contact, question, view, told, differences }, pages });
    },
    async turnPages() {
      for (const { pages } of begun) await pages.turn();
    },
    async seen() {
      return Promise.all(begun.map(async ({ found, pages }) => ({ ...found, everything: await pages.toTheEnd() })));
    },
  };
}

/** Both categories at one view, and all that they lead to. They are read again when a group was done between them. */
async function toldAtOneView(place: Place, { contact, question }: Asked): Promise<{ view: number; told: Told }> {
  for (;;) {
    const answers = await answersOf(place, contact, question);
    const [view, ...others] = new Set(answers.map((answer) => answer.view));
    if (view !== undefined && others.length === 0) return { view, told: await toldIn(place, answers) };
  }
}

interface Pages {
  turn(): Promise<void>;
  toTheEnd(): Promise<Paged>;
}

function pagesOf({ service, organisation }: Place, contact: string, question: Question, limit: number): Pages {
  const ids: string[] = [];
  let view = -1;
  let next: ReturnType<typeof listQueryOf> | undefined = {
    ...queryOf(contact, question),
    list: 'contact.interactions',
    limit,
  };
  let turning = Promise.resolve();

  async function turn(): Promise<void> {
    if (!next) return;
    const page = await service.list(organisation, next);
    view = page.view;
    ids.push(...page.rows.map(({ id }) => id));
    next = page.next === undefined ? undefined : listQueryOf(page.next);
  }

  return {
    turn: () => (turning = turning.then(turn)),
    async toTheEnd() {
      await turning;
      while (next) await turn();
      return { question, view, ids };
    },
  };
}
