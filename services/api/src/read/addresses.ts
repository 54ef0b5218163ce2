import type { ListQuery } from '../service';

/** Parts of a list's address beside its path; absent ones are left out. */
export type AddressParts = Omit<ListQuery, 'recordType' | 'id' | 'list' | 'limit'> & {
  readonly limit?: number | undefined;
};

const order = [
  'from',
  'to',
  'verdict',
  'journey',
  'iteration',
  'tile',
  'scope',
  'ever',
  'value',
  'view',
  'cursor',
  'limit',
] as const;

/** Relative address of a list, with everything that decides its rows. */
export const listAddress = (recordType: string, id: string, list: string, parts: AddressParts): string =>
  addressOf(recordType, id, `lists/${list}`, parts);

/** Relative address of how a number came about. */
export const explainAddress = (recordType: string, id: string, kpi: string, parts: AddressParts): string =>
  addressOf(recordType, id, `explain/${kpi}`, parts);

function addressOf(recordType: string, id: string, what: string, parts: AddressParts): string {
  const query = new URLSearchParams();
  for (const name of order) {
    const value = parts[name];
    if (value !== undefined) query.set(name, String(value));
  }
  return `/v1/records/${recordType}/${encodeURIComponent(id)}/${what}?${query.toString()}`;
}
