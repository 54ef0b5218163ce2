import {
  canonicalId,
  recordTypes,
  rowOf,
  textOf,
  toldProperties,
  type RecordType,
  type Row,
  type TableSet,
} from '@record-insights/domain';
import { CrmNotRead, type AskDataverse } from './webApi';

/** What an organisation's table is like. */
export interface TableShape {
  /** Properties that are read of its records. */
  readonly properties: readonly string[];
  /** Properties that would be read and that it has not. */
  readonly missing: readonly string[];
  /** Whether Dataverse tells what has changed since. */
  readonly isTracked: boolean;
}

/** One page of what a table holds, or of what has changed in it. */
export interface Changes {
  readonly rows: readonly Row[];
  /** Ids of records that are no more. */
  readonly gone: readonly string[];
  /** Where the next page is; undefined on the last one. */
  readonly next: string | undefined;
  /** On the last page: where changes from then on are; undefined where they are not tracked. */
  readonly later: string | undefined;
}

interface Metadata {
  readonly ChangeTrackingEnabled?: boolean;
  readonly Attributes?: readonly { readonly LogicalName: string }[];
}

/** The column behind a property of the Web API. */
const columnOf = (property: string): string => /^_(\w+)_value$/.exec(property)?.[1] ?? property;

/** Looks what of a table is there to be read; undefined where the organisation has no such table. */
export async function shapeOf(
  ask: AskDataverse,
  recordType: RecordType,
  set: TableSet,
): Promise<TableShape | undefined> {
  const { table } = recordTypes[recordType].tables[set];
  const select = '$select=ChangeTrackingEnabled&$expand=Attributes($select=LogicalName)';
  const { status, body } = await ask(`EntityDefinitions(LogicalName='${table}')?${select}`);
  if (status === 404) return undefined;
  if (status !== 200) throw new CrmNotRead(`Dataverse answers ${status} to what the table ${table} is like.`);
  const { ChangeTrackingEnabled: isTracked = false, Attributes = [] } = body as Metadata;
  const columns = new Set(Attributes.map(({ LogicalName }) => LogicalName));
  const [properties, missing] = [true, false].map((there) =>
    toldProperties(recordType, set).filter((property) => columns.has(columnOf(property)) === there),
  ) as [string[], string[]];
  return { properties, missing, isTracked };
}

/** Where a table is read from its beginning. */
export function beginningOf(recordType: RecordType, set: TableSet, { properties }: TableShape): string {
  return `${recordTypes[recordType].tables[set].set}?$select=${properties.join(',')}`;
}

const rowsAPage = 500;

interface Page {
  readonly value?: readonly unknown[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

/** Reads a page; undefined where Dataverse no longer knows the place. */
export async function changesAt(ask: AskDataverse, place: string, isTracked: boolean): Promise<Changes | undefined> {
  const { status, body } = await ask(place, [
    `odata.maxpagesize=${rowsAPage}`,
    'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"',
    ...(isTracked ? ['odata.track-changes'] : []),
  ]);
  if (status !== 200) return undefined;
  const { value = [], '@odata.nextLink': next, '@odata.deltaLink': later } = body as Page;
  const all = value.map(rowOf).filter((row) => row !== undefined);
  const isGone = (row: Row): boolean => textOf(row, '@odata.context').endsWith('$deletedEntity');
  return {
    rows: all.filter((row) => !isGone(row)),
    gone: all.filter(isGone).map((row) => canonicalId(textOf(row, 'id'))),
    next,
    later,
  };
}
