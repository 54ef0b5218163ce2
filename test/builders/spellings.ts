import fc from 'fast-check';

/** How one delivery of a row writes it; all ways mean the same. */
export interface Spelling {
  readonly idColumn: string;
  readonly id: (id: string) => string;
  readonly otherIds: (id: string) => string;
  readonly time: (at: number) => string;
  /** Whether the type stands in the row, or in the folder's name only; or in the row, while the folder says another. */
  readonly typeIn: 'row' | 'folder' | 'rowOfAnotherFolder';
  readonly type: (type: string) => string;
  /** Columns without a value, as the exporter writes them. */
  readonly empty: readonly string[];
  readonly reversed: boolean;
}

const ids: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => id.toUpperCase(),
  (id) => `{${id}}`,
  (id) => id.replaceAll('-', ''),
  (id) => `crm${id}`,
  (id) => ` {CRM${id.replaceAll('-', '').toUpperCase()}}`,
];

/** GUIDs have many spellings, other ids only their case. */
const spelt =
  (way: (id: string) => string) =>
  (id: string): string =>
    id.length === 36 ? way(id) : id;

const two = (number: number): string => String(number).padStart(2, '0');
const inZone = (at: number, minutes: number): string => new Date(at + minutes * 60_000).toISOString().slice(0, -1);
const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

/** `1/31/2026 8:15:00 AM +00:00`, with a fraction only where there is one. */
export function usTime(at: number, minutes: number): string {
  const [date = '', clock = ''] = inZone(at, minutes).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const hour = Number(clock.slice(0, 2));
  const rest = clock.slice(2).replace('.000', '');
  const half = hour < 12 ? 'AM' : 'PM';
  return `${Number(month)}/${Number(day)}/${year} ${hour % 12 || 12}${rest} ${half} ${offsetText(minutes)}`;
}

const times: readonly ((at: number) => string)[] = [
  (at) => new Date(at).toISOString(),
  (at) => new Date(at).toISOString().replace('.000Z', 'Z'),
  (at) => `${inZone(at, 120)}+02:00`,
  (at) => usTime(at, 0),
  (at) => usTime(at, -210),
];

export const spellings: fc.Arbitrary<Spelling> = fc.record({
  idColumn: fc.constantFrom('InternalMarketingInteractionId', 'InteractionId', 'IdempotencyId'),
  id: fc.constantFrom(...ids).map(spelt),
  otherIds: fc.constantFrom(...ids).map(spelt),
  time: fc.constantFrom(...times),
  typeIn: fc.constantFrom('row', 'row', 'folder', 'rowOfAnotherFolder'),
  type: fc.constantFrom(
    (type: string) => type,
    (type: string) => type.replace('Blacklisted', 'BlockListed'),
  ),
  empty: fc.subarray(['City', 'State', 'Zodiac', 'DeliveredCount', 'VisitorId']),
  reversed: fc.boolean(),
});
