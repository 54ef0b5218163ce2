import { canonicalId, isGuid } from '@record-insights/domain';
import { tableOfSet, type CrmTable } from '../tables';
import { badRequest, noSuchSet } from './odataError';

/** What the path of a Web API request names: a set, or one record of it. */
export interface Address {
  readonly table: CrmTable;
  readonly id?: string;
}

/** Reads `contacts` or `contacts(<id>)`. */
export function addressOf(path: string): Address {
  const [, set = path, id] = /^([a-z_]+)(?:\(([^)]*)\))?$/.exec(path) ?? [];
  const table = tableOfSet(set);
  if (!table) throw noSuchSet(set);
  if (id === undefined) return { table };
  if (!isGuid(id)) throw badRequest(`'${id}' is no id of a record: give a GUID.`);
  return { table, id: canonicalId(id) };
}

/** Reads `contacts(<id>)`; a set alone is refused. */
export function recordAddress(path: string): Required<Address> {
  const { table, id } = addressOf(path);
  if (id === undefined) throw badRequest(`Name one record, as in ${table.set}(<id>).`);
  return { table, id };
}
