import {
  countedAs,
  formatInstant,
  glossary,
  isKpi,
  settings as settingDefs,
  verdictGlossary,
  type DirectoryFact,
  type DirectoryFactAnswer,
  type Freshness,
  type Settings,
} from '@record-insights/domain';
import { catalogueOf } from './catalogue';
import { ordinaryContext, type EngineContext } from './context';
import { factsHeldAbout } from './directory/erasedFacts';
import { readCertificate } from './erase/certificate';
import { askForErasure, readOrder } from './erase/order';
import { rowsHeldAbout } from './erase/rowsHeldAbout';
import { freshnessOf } from './freshness';
import { accept, acceptItems } from './ingest/accept';
import { openIntake } from './intake';
import { tables } from './keys';
import { explainOf } from './read/explain';
import { insightsOf } from './read/insights';
import { csvOf, listOf } from './read/lists';
import { pipelineAnswer } from './read/pipeline';
import { wayAnswer } from './read/way';
import { refusedAnswer, replayRefused } from './refused';
import type { CommandKind } from './sequence/commands';
import { readDone } from './sequence/groups';
import { askFor, organisations } from './sequence/organisations';
import { ProblemError, type InsightsService, type Organisation } from './service';
import { changeSettings, readSettings, settingAnswers } from './settings';
import type { TableStore } from './store/tableStore';

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
  const { enrolled, take, driverOf, stop } = openIntake(context);
  const freshness = (organisation: Organisation): Promise<Freshness> => freshnessOf(context, organisation);

  const settingsOf = (organisation: Organisation): Promise<Settings> => readSettings(store, organisation);

  const settingsAnswer: InsightsService['settings'] = async (organisation) => {
    const { rebuilding } = await freshness(organisation);
    return { settings: settingAnswers(await settingsOf(organisation)), ...(rebuilding ? { rebuilding } : {}) };
  };

  return {
    context,
    async resume(organisation) {
      await enrolled(organisation);
      driverOf(organisation).kick();
    },
    async ingest(organisation, { rows, folder }) {
      return (await take(organisation, rows.length, () => accept(context, organisation, rows, folder))).answer;
    },
    async directory(organisation, items) {
      return (await take(organisation, items.length, () => acceptItems(context, organisation, items))).answer;
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
    async pipeline(organisation, query) {
      return pipelineAnswer(context, organisation, await settingsOf(organisation), query, () =>
        freshness(organisation),
      );
    },
    async way(organisation, query) {
      return wayAnswer(context, organisation, await settingsOf(organisation), query);
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
    refused: (organisation, page) => refusedAnswer(context, organisation, page),
    replayRefused: (organisation) => replayRefused(context, organisation, take),
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
      await stop();
      await store.close();
    },
  };
}

const factAnswer = ({ kind, id, op, at, fields }: DirectoryFact): DirectoryFactAnswer => ({
  kind,
  id,
  op,
  at: formatInstant(at),
  fields: { ...fields },
});
