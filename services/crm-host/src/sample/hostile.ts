import { canonicalId, isGuid } from '@record-insights/domain';
import type { Row } from '../row';
import { hour } from './calendar';
import { diceOf, type Dice } from './dice';
import type { Arrival, InteractionRow } from './outbox';

/** Columns that nobody knows, in every file of the hostile sample. */
export const unknownColumns = ['Zodiac', 'Smak & färg'] as const;

const texts = [
  '=1+1',
  '@SUM(A1:A9)',
  '+47 <b>bold</b>',
  '-2+3',
  '<img src=x onerror=alert(1)>',
  '"quoted", and, commas',
  'مرحبا بالعالم',
  '\u202Etxt.exe',
  '🔥🚿 Łódź ẞ',
  'line\r\nline\nline',
  'x'.repeat(5000),
];

/** Columns of free text; the others hold what programs compare. */
const freeText = ['LinkFriendlyName', 'City', 'SearchPhrase', 'FormName', 'SubmittedValues', 'BlockedReason', 'Reason'];

/** Five ways to write one id. */
const spellings: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => id.toUpperCase(),
  (id) => `{${id}}`,
  (id) => id.replaceAll('-', ''),
  (id) => `crm${id}`,
];

/** The same rows as a careless source would write them, some twice, some that nobody can take. */
export function* hostileArrivals(
  arrivals: Iterable<Arrival>,
  { seed, until }: { readonly seed: number; readonly until: Date },
): Generator<Arrival> {
  const dice = diceOf(seed, 'hostile');
  for (const { at, row } of arrivals) {
    const changed = spoilt(row, until, dice);
    yield { at, row: changed };
    if (dice.chance(0.01)) yield { at, row: respelt(changed, dice) };
    if (dice.chance(0.002)) yield { at, row: stranger(row, dice) };
    if (dice.chance(0.0006)) yield { at, row: impossible(row, dice) };
  }
}

function spoilt(row: InteractionRow, until: Date, dice: Dice): InteractionRow {
  const result: Record<string, string> = { ...respelt(row, dice) };
  const column = freeText.find((name) => row[name]);
  if (column && dice.chance(0.03)) result[column] = dice.pick(texts);
  if (dice.chance(0.02)) result[dice.pick(unknownColumns)] = dice.pick(texts);
  if (dice.chance(0.002)) result['Timestamp'] = new Date(until.getTime() + dice.int(1, 20) * hour).toISOString();
  if (row['UsageType'] && dice.chance(0.1)) result['UsageType'] = row['UsageType'].toUpperCase();
  if (dice.chance(0.01)) result['Version'] = '';
  return result;
}

function respelt(row: InteractionRow, dice: Dice): InteractionRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const spelt =
        column.endsWith('Id') && value.length >= 32 && isGuid(value) ? dice.pick(spellings)(canonicalId(value)) : value;
      return [column, spelt];
    }),
  );
}

/** Of a type that nobody knows, or of a known one under its other name. */
function stranger(row: InteractionRow, dice: Dice): InteractionRow {
  const type = dice.pick(['QuantumHandshake', 'FaxReceived', 'EmailContainsBlockListedLinks']);
  const { InteractionType, InternalMarketingInteractionId, ...rest } = row;
  const told = `${InteractionType} of ${InternalMarketingInteractionId}`;
  return { ...rest, InteractionType: type, InternalMarketingInteractionId: dice.guid(), Zodiac: told };
}

/** Without id, without or with an unreadable time, or from far ahead: to be refused, with a reason. */
function impossible(row: InteractionRow, dice: Dice): InteractionRow {
  const fresh = { ...row, InternalMarketingInteractionId: dice.guid() };
  const faults: readonly InteractionRow[] = [
    { ...fresh, InternalMarketingInteractionId: '' },
    { ...fresh, Timestamp: '' },
    { ...fresh, Timestamp: 'last Tuesday' },
    { ...fresh, Timestamp: '2099-02-30T10:00:00.000Z' },
    { ...fresh, Timestamp: '2099-01-01T10:00:00.000Z' },
  ];
  return dice.pick(faults);
}

const names = ['=cmd|calc!A1', '<b>Bold</b> & Sons', 'שלום עולם', '👩‍🔧 Plumber', '"; drop table contacts; --'];

/** Every ninth record has a name that somebody thought funny. */
export function hostileRow(row: Row, index: number): Row {
  const column = ['fullname', 'name', 'rin_name'].find((name) => row[name] !== undefined);
  const name = names[index % names.length];
  return column && name && index % 9 === 4 ? { ...row, [column]: name } : row;
}
