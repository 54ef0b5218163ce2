import { insights, recordId, type Day, type RecordId } from '@record-insights/domain';
import { ProblemError } from '@record-insights/api/service';
import type { OpenService } from '@record-insights/api/openService';
import { StoreUnavailable } from '@record-insights/api/store/tableStore';
import { contacts } from '../builders/histories';
import { dayIn, daysLater } from '../oracle/days';
import { numbersOf, rowsAt } from '../scenarios/answers';
import type { Stage } from './network';
import { Crashed, type Processes } from './processes';
import { newParty } from './schedule';
import type { Script, SentBatch } from './script';

/** Those who use the service while things go wrong. */
export interface Clients {
  /** Everything sent was acknowledged, every command asked for. */
  readonly isDone: () => boolean;
  /** The erasures that were acknowledged, by contact. */
  readonly erasures: ReadonlyMap<string, string>;
  /** Numbers that were held against their lists. */
  readonly compared: () => number;
  /** No more looks. */
  endLooks(): void;
}

const longestPause = 5000;
const longestBetweenLooks = 5000;
const numbersALook = 3;

export function startClients(stage: Stage, processes: Processes, organisation: string, script: Script): Clients {
  const { schedule, dice } = stage;
  const erasures = new Map<string, string>();
  let [busy, compared, isLooking] = [0, 0, true];

  const pause = (longest: number): Promise<void> => schedule.turn(newParty(), dice.int(0, longest));

  /** Asks any process, and again until one answers. */
  async function insist(call: (service: OpenService) => Promise<unknown>): Promise<void> {
    while (!(await isAnswered(call))) await pause(longestPause);
  }

  async function isAnswered(call: (service: OpenService) => Promise<unknown>): Promise<boolean> {
    const process = await processes.any();
    try {
      await process.ask(call);
      return true;
    } catch (error) {
      if (isToBeExpected(error)) return false;
      throw error;
    }
  }

  async function sender(batches: SentBatch[]): Promise<void> {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      for (const delivery of batch.deliveries) await insist((service) => service.ingest(organisation, delivery));
      await pause(1500);
      if (batch.settled) await isAnswered((service) => service.settled(organisation));
    }
  }

  /** Sends one item after the other, some of them again. */
  async function directory(): Promise<void> {
    for (const item of script.items) {
      await pause(longestPause);
      for (let i = dice.int(1, 2); i > 0; i--) await insist((service) => service.directory(organisation, [item]));
    }
  }

  async function commander(): Promise<void> {
    for (const kind of script.commands) {
      await pause(longestPause);
      await isAnswered((service) => service.command(organisation, kind));
    }
  }

  async function eraser(contact: string): Promise<void> {
    await pause(longestPause);
    await insist(async (service) =>
      erasures.set(contact, (await service.erase(organisation, [recordId(contact)])).erasure),
    );
  }

  async function reader(): Promise<void> {
    while (isLooking) {
      await pause(longestBetweenLooks);
      await isAnswered(look);
    }
  }

  /** Reads a tab, opens some of its numbers, and holds each against its list and CSV. */
  async function look(service: OpenService): Promise<void> {
    const today = dayIn(script.zone, stage.start);
    const { panels } = await service.insights(organisation, {
      recordType: 'contact',
      id: dice.pick(contacts) as RecordId,
      category: dice.pick(categories),
      from: daysLater(today, -dice.int(0, shownAlways)) as Day,
      to: today as Day,
    });
    const place = { service, organisation, setNow: () => undefined };
    const numbers = dice.shuffled([...numbersOf(panels)]).slice(0, numbersALook);
    for (const [name, { address, number }] of numbers) {
      const rows = await rowsAt(place, address, dice.int(1, 20));
      if (rows.length !== number) throw new Error(`${name} said ${number}, its list has ${rows.length} rows`);
      compared++;
    }
  }

  function begin(work: Promise<void>): void {
    busy++;
    work.catch((error: unknown) => stage.violations.push(error)).finally(() => busy--);
  }

  const batches = [...script.batches];
  const readers = 1;
  for (let i = dice.int(1, 3); i > 0; i--) begin(sender(batches));
  begin(directory());
  begin(commander());
  for (const contact of script.erased) begin(eraser(contact));
  begin(reader());
  return {
    isDone: () => busy <= readers,
    compared: () => compared,
    erasures,
    endLooks: () => (isLooking = false),
  };
}

const categories = insights.contact?.categories.map(({ id }) => id) ?? [];
/** Days before now that are shown whatever the clocks show. */
const shownAlways = 300;

/** The process ended, the store did not answer, or the view that was read is no more. */
const isToBeExpected = (error: unknown): boolean =>
  error instanceof Crashed ||
  error instanceof StoreUnavailable ||
  (error instanceof ProblemError && error.code === 'viewExpired');
