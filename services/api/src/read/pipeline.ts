import {
  counterOf,
  definitionOf,
  evaluate,
  inputsOf,
  kpiOf,
  rowsOf,
  shownTiles,
  volumeIds,
  volumesOf,
  waysOf,
  type Freshness,
  type JourneyTile,
  type KpiId,
  type PipelineAnswer,
  type PipelineItem,
  type PipelineTile,
  type PipelineVolumes,
  type Settings,
  type ShownTile,
  type TileVolumes,
  type VolumeId,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { factsOf } from '../directory/facts';
import { partsOf } from '../directory/factParts';
import { ProblemError, type Organisation, type PipelineQuery } from '../service';
import { abTestOf } from './abTests';
import { addressIn, countAt, type ToldJourney } from './journeyNumbers';
import { pipelineOf, readJourney, signaturesIn } from './journeyReading';
import { liveState } from './subjectFacts';
import { untilTold } from './untilTold';
import { byStart } from './usages';
import { offPipeline, rowsOffPipeline, volumeWord, wayWord } from './volumes';

/** What each volume is called. */
const volumeTitles: Readonly<Record<VolumeId, string>> = {
  inflow: 'Inflow',
  total: 'Total',
  processed: 'Processed',
  inProgress: 'In progress',
  processing: 'Processing',
  queued: 'Queued',
  notProcessed: 'Not processed',
  stopped: 'Stopped',
  expired: 'Expired',
};

/** A journey's tiles and the people at each of them, over all that is kept. Costs signatures and tiles, not people. */
export async function pipelineAnswer(
  context: EngineContext,
  organisation: Organisation,
  settings: Settings,
  query: PipelineQuery,
  freshnessOf: () => Promise<Freshness>,
): Promise<PipelineAnswer> {
  const pipeline = pipelineOf(query);
  if (!pipeline)
    throw new ProblemError('unknownCategory', 'Only customer journeys have a pipeline. Ask for that of a journey.');
  return untilTold(async () => {
    const journey = await readJourney(context, organisation, settings, pipeline, query);
    if (!journey?.rollup) return undefined;
    const told = { ...journey, rollup: journey.rollup };
    const { reading } = journey;
    const [live, iterations, tiles] = await Promise.all([
      liveState(context.store, organisation, reading.subject, reading.view),
      iterationsOf(context, organisation, told),
      tilesOf(context, organisation, told),
    ]);
    if (live === 'movedOn' || !iterations || !tiles) return undefined;
    return {
      journey: query.id,
      view: reading.view,
      freshness: await freshnessOf(),
      zone: reading.zone,
      ...(live ? { live } : {}),
      iterations,
      tiles,
      notOnPipeline: {
        count: rowsOffPipeline(told.rollup, pipeline, journey.definition, query.iteration),
        rows: addressIn(told)(pipeline.rows, { value: offPipeline }),
      },
    };
  });
}

/** The iterations that rows or the directory name. */
async function iterationsOf(
  { store }: EngineContext,
  organisation: Organisation,
  { reading: { subject, view }, rollup }: ToldJourney,
): Promise<PipelineAnswer['iterations'] | undefined> {
  const used = [...rollup.usages()].map(({ iteration }) => iteration).filter((one) => one !== '');
  const told = await partsOf(store, organisation, 'journeyIteration', subject.id);
  const facts = await factsOf(store, organisation, 'journeyIteration', [...new Set([...used, ...told])], view);
  if (!facts) return undefined;
  const still = told.filter((id) => facts.get(id)?.op === 'upsert' && facts.get(id)?.fields.journeyId === subject.id);
  return [...new Set([...used, ...still])]
    .map((iteration) => {
      const startsAt = facts.get(iteration)?.fields.startsAt;
      return { iteration, ...(startsAt === undefined ? {} : { startsAt }) };
    })
    .sort(byStart);
}

/** @returns undefined when the directory has moved on too far to tell */
async function tilesOf(
  context: EngineContext,
  organisation: Organisation,
  journey: ToldJourney,
): Promise<readonly PipelineTile[] | undefined> {
  const { definition, rollup, pipeline, reading } = journey;
  if (!definition) return [];
  const all = volumesOf(definition, signaturesIn(rollup, pipeline, reading.choice.iteration));
  const tiles = await Promise.all(
    shownTiles(definition).map(async (shown): Promise<PipelineTile | undefined> => {
      const abTest = await abTestOf(context, organisation, journey, shown.tile);
      const told = all.get(shown.tile);
      if (!told || abTest === 'movedOn') return undefined;
      return { ...tileAnswer(journey, shown, told), ...(abTest ? { abTest } : {}) };
    }),
  );
  const some = tiles.filter((tile) => tile !== undefined);
  return some.length === tiles.length ? some : undefined;
}

function tileAnswer(
  journey: ToldJourney,
  { tile, parent, branch }: ShownTile,
  { volumes, ways }: TileVolumes,
): PipelineTile {
  const { people, kpis } = journey.pipeline;
  const rows = (value: string): string => addressIn(journey)(people, { tile: tile.id, value });
  return {
    id: tile.id,
    ...(parent ? { parent: parent.id } : {}),
    ...(branch === undefined ? {} : { branch }),
    kind: tile.kind,
    kindTitle: tile.def.title,
    icon: tile.def.icon,
    name: tile.name,
    ...recordOf(tile),
    items: tile.items.map(itemAnswer),
    volumes: Object.fromEntries(
      volumeIds.map((id) => [id, { title: volumeTitles[id], count: volumes[id], rows: rows(`${volumeWord}:${id}`) }]),
    ) as PipelineVolumes,
    kpis: tile.def.isEmail === true ? kpis.map((id) => kpiOfTile(journey, tile, id, volumes.inflow)) : [],
    paths: waysOf(tile, ways.keys()).map((way) => ({
      ...way,
      count: ways.get(way.branch) ?? 0,
      rows: rows(`${wayWord}:${way.branch}`),
    })),
  };
}

function itemAnswer(item: JourneyTile['items'][number]): PipelineItem {
  const { kind, def, name } = item;
  return { kind, kindTitle: def.title, icon: def.icon, name, ...recordOf(item) };
}

const recordOf = ({ def, record }: Pick<JourneyTile, 'def' | 'record'>): Pick<PipelineTile, 'record'> =>
  def.record && record !== undefined ? { record: { type: def.record, id: record } } : {};

function kpiOfTile(journey: ToldJourney, tile: JourneyTile, id: KpiId, inflow: number): PipelineTile['kpis'][number] {
  const { title, unit, formula } = kpiOf(id);
  const counts = inputsOf(formula).map((counter) => ({ counter, ...countAt(journey, tile, counter) }));
  const value = evaluate(formula, Object.fromEntries(counts.map(({ counter, count }) => [counter, count])));
  const counter = rowsOf(formula);
  const own = counts.find((one) => one.counter === counter);
  return {
    id,
    title,
    value,
    unit,
    previous: null,
    comparable: false,
    definition: definitionOf(id),
    inputs: counts.map(({ counter: input, count, rows }) => ({
      counter: input,
      title: counterOf(input).title,
      value: count,
      rows,
    })),
    ...(own ? { rows: own.rows } : {}),
    percent: value === null || unit === 'percent' || inflow === 0 ? null : value / inflow,
  };
}
