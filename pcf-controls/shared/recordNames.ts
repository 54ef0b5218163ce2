import { canonicalId, isGuid, type NamedType, type RecordTable } from '@record-insights/domain';

/** The part of the platform's Web API that names are asked of. */
export interface WebApiPort {
  retrieveMultipleRecords(
    table: string,
    options: string,
    maxPageSize: number,
  ): Promise<{ readonly entities: readonly Readonly<Record<string, unknown>>[] }>;
}

/** `cannotOpen`: the user may not read it, or it is gone. */
export type RecordName =
  { readonly state: 'asking' } | { readonly state: 'named'; readonly name: string } | { readonly state: 'cannotOpen' };

export interface RecordNames {
  /** What is known by now; asks CRM when nothing is. */
  nameOf(type: NamedType, id: string): RecordName;
  /** Calls back whenever names came in; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

const batchSize = 40;
/** Milliseconds until names that CRM refused as a whole, as when it is away for a moment, are asked again. */
const forgetAfter = 30_000;
const asking: RecordName = { state: 'asking' };
const cannotOpen: RecordName = { state: 'cannotOpen' };

type Tables = Readonly<Partial<Record<NamedType, RecordTable>>>;

/** Names of records, asked of CRM in batches as the signed-in user, and kept while the tab lives. */
export function recordNames(webApi: WebApiPort, tables: Tables): RecordNames {
  const known = new Map<string, RecordName>();
  const waiting = new Map<NamedType, Set<string>>();
  const listeners = new Set<() => void>();

  const askAll = async (): Promise<void> => {
    const batches = [...waiting].flatMap(([type, ids]) => chunks([...ids]).map((chunk) => ({ type, chunk })));
    waiting.clear();
    await Promise.all(batches.map(({ type, chunk }) => ask(type, chunk)));
  };
  const ask = async (type: NamedType, ids: readonly string[]): Promise<void> => {
    const table = tables[type];
    const found = table ? await readNames(webApi, table, ids) : new Map<string, string>();
    for (const id of ids) known.set(keyOf(type, id), nameFrom(found?.get(id)));
    for (const listener of listeners) listener();
    if (!found) setTimeout(() => ids.forEach((id) => known.delete(keyOf(type, id))), forgetAfter);
  };
  return {
    nameOf: (type, text) => {
      const id = canonicalId(text);
      const held = isGuid(id) ? known.get(keyOf(type, id)) : cannotOpen;
      if (held) return held;
      if (waiting.size === 0) setTimeout(() => void askAll());
      waiting.set(type, (waiting.get(type) ?? new Set()).add(id));
      known.set(keyOf(type, id), asking);
      return asking;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Names by id; undefined when CRM refused the question as a whole. */
async function readNames(
  webApi: WebApiPort,
  { table, key, name }: RecordTable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const filter = ids.map((id) => `${key} eq ${id}`).join(' or ');
  try {
    const { entities } = await webApi.retrieveMultipleRecords(table, `?$select=${name}&$filter=${filter}`, batchSize);
    return new Map(entities.map((entity) => [canonicalId(textIn(entity, key)), textIn(entity, name)]));
  } catch {
    return undefined;
  }
}

function textIn(entity: Readonly<Record<string, unknown>>, column: string): string {
  const value = entity[column];
  return typeof value === 'string' ? value : '';
}

const nameFrom = (name: string | undefined): RecordName =>
  name === undefined || name === '' ? cannotOpen : { state: 'named', name };

const keyOf = (type: NamedType, id: string): string => `${type} ${id}`;

function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, n) =>
    ids.slice(n * batchSize, (n + 1) * batchSize),
  );
}
