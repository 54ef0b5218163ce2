import {
  itemsOf,
  itemsOfGoneId,
  toldTypes,
  type IngestAnswer,
  type Item,
  type RecordType,
  type TableSet,
} from '@record-insights/domain';
import { beginningOf, changesAt, shapeOf, type TableShape } from './tableChanges';
import { CrmNotRead, type AskDataverse } from './webApi';

/** How far a table was read. */
export interface Place {
  /** Where to go on: a page, or what changes from then on. */
  readonly link: string;
  /** What is read of its records; where it is something else now, all are read again. */
  readonly properties: string;
}

/** Keeps how far tables were read, with the data, so that any machine goes on. */
export interface Places {
  of(table: string): Promise<Place | undefined>;
  save(table: string, place: Place | undefined): Promise<void>;
}

export interface TellOptions {
  readonly ask: AskDataverse;
  readonly set: TableSet;
  readonly places: Places;
  /** Resolves when the items are durable. */
  readonly tell: (items: readonly Item[]) => Promise<IngestAnswer>;
  readonly now: () => number;
  /** Told after each page. */
  readonly onProgress: (told: TableTold) => void;
}

/** What was told of a type of records. */
export interface TableTold {
  readonly recordType: RecordType;
  /** Undefined where the organisation has no such table. */
  readonly shape: TableShape | undefined;
  readonly records: number;
  readonly gone: number;
  /** Items that the directory refused, by why. */
  readonly refused: ReadonlyMap<string, number>;
}

/** As many as the directory takes at once. */
const mostItems = 1000;

/**
 * Tells the directory what Dataverse holds, and from the second time on what changed since. Going on after an end half
 * way, or telling the same twice, changes nothing: each page is durable before the place behind it is kept, and the
 * directory takes the latest of each fact.
 * @throws CrmNotRead
 */
export async function tellDirectory(options: TellOptions): Promise<readonly TableTold[]> {
  const all: TableTold[] = [];
  for (const recordType of toldTypes) all.push(await tellTable(options, recordType));
  return all;
}

async function tellTable(options: TellOptions, recordType: RecordType): Promise<TableTold> {
  const { ask, set, places, onProgress } = options;
  const shape = await shapeOf(ask, recordType, set);
  let told: TableTold = { recordType, shape, records: 0, gone: 0, refused: new Map() };
  if (!shape) return told;
  const place = `${set} ${recordType}`;
  const properties = shape.properties.join(',');
  const kept = await places.of(place);
  let link = kept?.properties === properties ? kept.link : undefined;
  const beginning = beginningOf(recordType, set, shape);
  for (;;) {
    const changes = await changesAt(ask, link ?? beginning, shape.isTracked);
    if (!changes && link === undefined)
      throw new CrmNotRead(`Dataverse does not list ${recordType}s. Look whether its Web API answers ${beginning}.`);
    if (!changes) {
      // It forgets places after some days: all is read again, which changes nothing that is told already.
      link = undefined;
      continue;
    }
    const at = new Date(options.now()).toISOString();
    const items = [
      ...changes.rows.flatMap((row) => itemsOf(recordType, set, row)),
      ...changes.gone.flatMap((id) => itemsOfGoneId(recordType, id, at)),
    ];
    const refused = await tellAll(options, items);
    told = {
      ...told,
      records: told.records + changes.rows.length,
      gone: told.gone + changes.gone.length,
      refused: summed(told.refused, refused),
    };
    onProgress(told);
    link = changes.next ?? changes.later;
    await places.save(place, link === undefined ? undefined : { link, properties });
    if (changes.next === undefined) return told;
  }
}

async function tellAll({ tell }: TellOptions, items: readonly Item[]): Promise<ReadonlyMap<string, number>> {
  let all: ReadonlyMap<string, number> = new Map();
  for (let i = 0; i < items.length; i += mostItems) {
    const { refused } = await tell(items.slice(i, i + mostItems));
    const codes = refused.map(({ code, field }) => `${code} ${field}`.trim());
    all = summed(all, new Map(codes.map((code) => [code, codes.filter((one) => one === code).length])));
  }
  return all;
}

function summed(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...a, ...[...b].map(([code, count]) => [code, count + (a.get(code) ?? 0)] as const)]);
}
