import * as React from 'react';
import type { CatalogueAnswer, CatalogueRecordType, NamedType, RecordTable, RecordType } from '@record-insights/domain';
import type { InsightsClient } from './insightsClient';
import { mapLoad, useLoad, type Loaded } from './load';
import { recordNames, type RecordNames, type WebApiPort } from './recordNames';

export type Tables = Readonly<Partial<Record<NamedType, RecordTable>>>;

/** What the catalogue tells of the record in the form. */
export interface Known {
  /** Undefined where the service knows nothing of such records. */
  readonly type: CatalogueRecordType | undefined;
  readonly tables: Tables;
  readonly names: RecordNames;
  /** A text of the registry in the user's language. */
  readonly word: (english: string) => string;
}

export interface Place {
  readonly client: InsightsClient;
  readonly webApi: WebApiPort;
  /** Logical name of the record's table. */
  readonly table: string;
  /** Said by the form; else found by the table. */
  readonly recordType?: RecordType | undefined;
}

export function useKnown({ client, webApi, table, recordType }: Place): Loaded<Known> {
  const { load, reload } = useLoad(client.catalogue);
  const catalogue = load.state === 'ready' ? load.data : undefined;
  const known = React.useMemo((): Known | undefined => {
    if (!catalogue) return undefined;
    const tables = tablesOf(catalogue);
    const type = catalogue.recordTypes.find((one) => (recordType ? one.id === recordType : one.table.table === table));
    const word = (english: string): string => catalogue.texts[english] ?? english;
    return { type, tables, names: recordNames(webApi, tables), word };
  }, [catalogue, webApi, table, recordType]);
  return { load: mapLoad(load, () => known), reload };
}

function tablesOf({ recordTypes, named }: CatalogueAnswer): Tables {
  return Object.fromEntries([...recordTypes, ...named].map(({ id, table }) => [id, table]));
}
