import {
  countedAs,
  formatInstant,
  glossary,
  insights,
  isKpi,
  namedTypeIds,
  namedTypes,
  panelsShown,
  recordTypes,
  recordTypeIds,
  refusals,
  settings as settingDefs,
  verdictGlossary,
  type CatalogueAnswer,
  type DirectoryFact,
  type DirectoryFactAnswer,
  type Freshness,
  type RefusedAnswer,
  type Settings,
} from '@record-insights/domain';
import { ordinaryContext, type EngineContext } from './context';
import { factsHeldAbout } from './directory/erasedFacts';
import { readCertificate } from './erase/certificate';
import { askForErasure, readOrder } from './erase/order';
import { rowsHeldAbout } from './erase/rowsHeldAbout';
import { refusedPage } from './fold/refusedRows';
import { groupBy } from './groupBy';
import { accept, acceptAgain, acceptItems, type Accepted } from './ingest/accept';
import { waitingBatches, type BatchHeader } from './ingest/batches';
import { tables } from './keys';
import { explainOf } from './read/explain';
import { insightsOf } from './read/insights';
import { csvOf, listOf } from './read/lists';
import { openDriver, type Driver } from './sequence/driver';
import { commands, type CommandKind, type CommandStep } from './sequence/commands';
import { readDone, readGroup, type Done, type Group } from './sequence/groups';
import { askFor, enrol, organisations } from './sequence/organisations';
import { openRecentRows } from './sequence/recentRows';
import { ProblemError, type InsightsService, type Organisation } from './service';
import { changeSettings, readSettings, settingAnswers } from './settings';
import type { TableStore } from './store/tableStore';

/** Rows that may wait before more are turned away for a while. */
const mostWaiting = 1_000_000;
/** Milliseconds that rows wait before they are taken in while the fold is far behind. */
const longestWait = 5_000;
const refusedPerPage = 100;
const refusedText = 4000;

export interface ServiceOptions extends Partial<Omit<EngineContext, 'store'>> {
  readonly store: TableStore;
}

/** What beside the service commands and tests ask of it. */
export interface OpenService extends InsightsService {
  /** Resolves when everything received is counted. */
  settled(organisation: Organisation): Promise<void>;
  /** Puts the command in line and resolves when it is carried out. */
  command(organisation: Organisation, kind: CommandKind): Promise<void>;
  readonly context: EngineContext;
}

/** Opens the service on a store and goes on with whatever was left undone. */
export async function openService(options: ServiceOptions): Promise<OpenService> {
  const context: EngineContext = { ...ordinaryContext, ...options };
  const service = composed(context);
  for (const organisation of await organisations(context.store)) await service.resume(organisation);
  return service;
}

function composed(context: EngineContext): OpenService & { resume(organisation: Organisation): Promise<void> } {
  const { store } = context;
  const recent = openRecentRows();
  const drivers = new Map<Organisation, Driver>();
  const enrolments = new Map<Organisation, Promise<unknown>>();
  const waitingRows = new Map<Organisation, number>();

  const driverOf = (organisation: Organisation): Driver => {
    const driver = drivers.get(organisation) ?? openDriver(context, organisation, recent);
    drivers.set(organisation, driver);
    return driver;
  };

  /** Resolves when the next start will find the organisation; comes before anything is kept that waits for its driver. */
  async function enrolled(organisation: Organisation): Promise<void> {
    const enrolment = enrolments.get(organisation) ?? enrol(context, organisation);
    enrolments.set(organisation, enrolment);
    try {
      await enrolment;
    } catch (error) {
      enrolments.delete(organisation);
      throw error;
    }
  }

  async function resume(organisation: Organisation): Promise<void> {
    await enrolled(organisation);
    driverOf(organisation).kick();
  }

  async function take(organisation: Organisation, accepting: () => Promise<Accepted>): Promise<Accepted> {
    await enrolled(organisation);
    await giveWay();
    const accepted = await accepting();
    recent.remember(organisation, accepted.answer.batch, accepted.content);
    driverOf(organisation).kick();
    return accepted;
  }

  /** Waits for the fold to catch up, but not for ever: what is folded soon need not be read back. */
  async function giveWay(): Promise<void> {
    if (!recent.isFull()) return;
    const over = new AbortController();
    await Promise.race([recent.whenRoom(), context.sleep(longestWait, over.signal)]);
    over.abort();
  }

  async function refuseWhenBehind(organisation: Organisation, rows: number): Promise<void> {
    const guess = (waitingRows.get(organisation) ?? 0) + rows;
    waitingRows.set(organisation, guess);
    if (guess <= mostWaiting) return;
    const { waiting } = await freshness(organisation);
    waitingRows.set(organisation, waiting);
    if (waiting > mostWaiting)
      throw new ProblemError(
        'tooManyRequests',
        'Many rows wait to be counted. Send again in a minute; what was accepted is safe.',
      );
  }

  async function freshness(organisation: Organisation): Promise<Freshness> {
    const done = await readDone(store, organisation);
    const [headers, last] = await Promise.all([
      waitingBatches(store, organisation),
      readGroup(store, organisation, done.n),
    ]);
    const waiting = headers.filter(({ batch, command }) => !command && last?.batches.includes(batch) !== true);
    const oldest = Math.min(context.now(), ...waiting.map(({ receivedAt }) => receivedAt));
    const recounting = recountUnderWay(done, headers, last);
    return {
      countedUntil: new Date(oldest).toISOString(),
      waiting: waiting.reduce((sum, { rows }) => sum + rows, 0),
      ...(recounting ? { rebuilding: { done: recounting.step, total: commands[recounting.kind].steps } } : {}),
    };
  }

  const settingsOf = (organisation: Organisation): Promise<Settings> => readSettings(store, organisation);

  const settingsAnswer: InsightsService['settings'] = async (organisation) => {
    const { rebuilding } = await freshness(organisation);
    return { settings: settingAnswers(await settingsOf(organisation)), ...(rebuilding ? { rebuilding } : {}) };
  };

  return {
    context,
    resume,
    async ingest(organisation, { rows, folder }) {
      await refuseWhenBehind(organisation, rows.length);
      return (await take(organisation, () => accept(context, organisation, rows, folder))).answer;
    },
    async directory(organisation, items) {
      await refuseWhenBehind(organisation, items.length);
      return (await take(organisation, () => acceptItems(context, organisation, items))).answer;
    },
    async insights(organisation, query) {
      return insightsOf(context, organisation, await settingsOf(organisation), query, () => freshness(organisation));
    },
    async list(organisation, query) {
      return listOf(context, organisation, await settingsOf(organisation), query);
    },
    async csv(organisation, query) {
      return csvOf(context, organisation, await settingsOf(organisation), query);
    },
    async explain(organisation, { kpi, ...query }) {
      if (!isKpi(kpi) || !kpi.startsWith(`${countedAs(query.recordType)}.`))
        throw new ProblemError(
          'unknownKpi',
          'Take the name of the number from the catalogue of the record type.',
          'kpi',
        );
      return explainOf(context, organisation, await settingsOf(organisation), kpi, query);
    },
    async catalogue(organisation) {
      return catalogueOf(await settingsOf(organisation));
    },
    glossary: () => ({ entries: glossary(), verdicts: verdictGlossary() }),
    async status(organisation) {
      const [{ n, totals }, fresh] = await Promise.all([readDone(store, organisation), freshness(organisation)]);
      return { view: n, waiting: fresh.waiting, ...totals, freshness: fresh };
    },
    async refused(organisation, { cursor, limit }) {
      const [{ totals }, page] = await Promise.all([
        readDone(store, organisation),
        refusedPage(store, organisation, { after: cursor, limit: limit ?? refusedPerPage }),
      ]);
      return refusedAnswer(totals.refused, page);
    },
    async replayRefused(organisation) {
      let [accepted, refused] = [0, 0];
      let after: string | undefined;
      do {
        const page = await refusedPage(store, organisation, { after, limit: refusedPerPage });
        for (const some of groupBy(page.rows, ({ folder, source }) => JSON.stringify([folder, source])).values()) {
          const { answer } = await take(organisation, () => acceptAgain(context, organisation, some));
          accepted += answer.accepted;
          refused += answer.refused.length;
        }
        after = page.next;
      } while (after !== undefined);
      return { accepted, refused };
    },
    async erase(organisation, contacts) {
      await enrolled(organisation);
      const erasure = await askForErasure(context, organisation, contacts);
      driverOf(organisation).kick();
      return { erasure };
    },
    async erasure(organisation, name) {
      const certificate = await readCertificate(context, organisation, name);
      if (certificate) return { erasure: name, certificate };
      if (await readOrder(context, organisation, name)) return { erasure: name };
      throw new ProblemError('notFound', 'There is no erasure of this name. Take it from the answer that ordered it.');
    },
    async person(organisation, contact) {
      const { n: view } = await readDone(store, organisation);
      const [rows, facts] = await Promise.all([
        rowsHeldAbout(context, organisation, contact, view),
        factsHeldAbout(context, organisation, contact, view),
      ]);
      return { contact, view, rows, facts: facts.map(factAnswer) };
    },
    settings: settingsAnswer,
    async changeSettings(organisation, changes) {
      await enrolled(organisation);
      const changed = await changeSettings(store, organisation, changes);
      if (changed.some((name) => settingDefs[name].cost === 'rebuild')) {
        await askFor(context, organisation, 'rebuild');
        driverOf(organisation).kick();
      }
      return settingsAnswer(organisation);
    },
    async settled(organisation) {
      await driverOf(organisation).idle();
    },
    async command(organisation, kind) {
      await enrolled(organisation);
      await askFor(context, organisation, kind);
      driverOf(organisation).kick();
      await driverOf(organisation).idle();
    },
    async ready() {
      try {
        await store.get(tables.sequence, { partition: '-ready', row: '-' });
        return true;
      } catch (error) {
        context.log.warn({ error: String(error) }, 'The store does not answer');
        return false;
      }
    },
    async close() {
      await Promise.all([...drivers.values()].map((driver) => driver.stop()));
      await store.close();
    },
  };
}

/** The command that makes numbers again: the one under way, else the one that waits. */
function recountUnderWay(
  { command }: Done,
  waiting: readonly BatchHeader[],
  last: Group | undefined,
): CommandStep | undefined {
  const asked = waiting.flatMap(({ batch, command: kind }) =>
    kind && last?.command?.name !== batch ? [{ kind, name: batch, step: 0 }] : [],
  );
  return [...(command ? [command] : []), ...asked].find(({ kind }) => commands[kind].recounts);
}

function catalogueOf(settings: Settings): Omit<CatalogueAnswer, 'texts'> {
  const { recordTables } = settings;
  return {
    recordTypes: recordTypeIds.map((id) => {
      const { title, tables: sets } = recordTypes[id];
      const { filters = [], categories = [], card } = insights[id] ?? {};
      const shown = categories.map((category) => ({ ...category, panels: panelsShown(category.panels, settings) }));
      return { id, title, table: sets[recordTables], filters, categories: shown, ...(card ? { card } : {}) };
    }),
    named: namedTypeIds.map((id) => {
      const { title, tables: sets } = namedTypes[id];
      return { id, title, table: sets[recordTables] };
    }),
  };
}

const factAnswer = ({ kind, id, op, at, fields }: DirectoryFact): DirectoryFactAnswer => ({
  kind,
  id,
  op,
  at: formatInstant(at),
  fields: { ...fields },
});

function refusedAnswer(total: number, page: Awaited<ReturnType<typeof refusedPage>>): RefusedAnswer {
  return {
    total,
    rows: page.rows.map(({ id, code, field, row, receivedAt }) => ({
      id,
      code,
      field,
      message: refusals[code],
      receivedAt: new Date(receivedAt).toISOString(),
      row: row.slice(0, refusedText),
    })),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}
