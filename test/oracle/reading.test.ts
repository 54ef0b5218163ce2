import { dayIn, daysLater, everyDay, monthsEarlier } from './days';
import { sameId } from './ids';
import { isTestSend, keptRows, refusedRows } from './keeping';
import { cell, readRow, type Delivered, type Row } from './rows';
import { readTime } from './times';

const receivedAt = Date.parse('2026-03-10T12:00:00Z');
const guid = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2baa';
const delivered = (row: unknown, folder?: string): Delivered => ({ row, folder, receivedAt });
const opened = {
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: guid,
  Timestamp: '2026-03-10T08:00:00Z',
};
const keptOf = (...rows: readonly object[]): readonly Row[] => keptRows(rows.map((row) => delivered(row)));

describe('rows', () => {
  test.each([
    '0F0A1C5E-6A34-4C8E-9F5E-5A3D3A1F2BAA',
    '{0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2baa}',
    '0f0a1c5e6a344c8e9f5e5a3d3a1f2baa',
    'crm0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2baa',
    ' {CRM0F0A1C5E6A344C8E9F5E5A3D3A1F2BAA} ',
  ])('an id is the same without case, braces, dashes or crm prefix: %s', (spelling) => {
    expect(sameId(spelling)).toBe(guid);
  });

  test('what is no GUID is an id as well, the same in any case', () => {
    expect([sameId('Row-7'), sameId('row7')]).toEqual(['row-7', 'row7']);
  });

  test.each([
    ['2026-01-31T08:15:00Z', '2026-01-31T08:15:00.000Z'],
    ['2026-01-31T08:15:00.1234567+02:00', '2026-01-31T06:15:00.123Z'],
    ['1/31/2026 8:15:00 AM +00:00', '2026-01-31T08:15:00.000Z'],
    ['1/31/2026 12:05:00 AM +00:00', '2026-01-31T00:05:00.000Z'],
    ['1/31/2026 12:05:00 PM -03:30', '2026-01-31T15:35:00.000Z'],
    ['2/29/2024 11:59:59 PM +00:00', '2024-02-29T23:59:59.000Z'],
  ])('the time %s is read', (text, iso) => {
    expect(new Date(readTime(text) ?? NaN).toISOString()).toBe(iso);
  });

  test.each([
    '',
    'last Tuesday',
    '2026-02-29T08:00:00Z',
    '2026-01-01T24:00:00Z',
    '13/1/2026 8:00:00 AM',
    '1/1/2026 0:30:00 AM',
  ])('the time %j is not readable', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  test('the highest Version holds, in whatever order they arrive', () => {
    const rows = ['9', '10', '2'].map((Version) => ({ ...opened, Version, City: `of ${Version}` }));
    for (const order of [rows, [...rows].reverse()])
      expect(keptOf(...order).map((row) => cell(row, 'City'))).toEqual(['of 10']);
  });

  test('a Version has up to 64 bits', () => {
    const rows = ['9223372036854775807', '9223372036854775806', '9223372036854775808'];
    const [row] = keptOf(...rows.map((Version) => ({ ...opened, Version, City: Version })));
    expect(row?.version).toBe(9223372036854775807n);
  });

  test('with equal Versions the row with more filled columns holds', () => {
    expect(
      keptOf({ ...opened, City: 'Z' }, { ...opened, City: 'A', State: 'A' }).map((row) => cell(row, 'State')),
    ).toEqual(['A']);
  });

  test('an empty text is an absent value', () => {
    expect(
      keptOf({ ...opened, City: 'A' }, { ...opened, City: '', State: ' ' }).map((row) => cell(row, 'City')),
    ).toEqual(['A']);
  });

  test('with as many filled columns the row whose text sorts last holds', () => {
    const rows = ['A', 'B'].map((City) => ({ ...opened, City }));
    expect(keptOf(...rows, ...rows).map((row) => cell(row, 'City'))).toEqual(['B']);
  });

  test('a correction may change type, time and person', () => {
    const after = { ...opened, InteractionType: 'EmailClicked', Timestamp: '2026-01-01T00:00:00Z', ContactId: 'c2' };
    const [row, ...others] = keptOf({ ...opened, ContactId: 'c1' }, { ...after, Version: '1' });
    expect([row?.type, row?.at, cell(row!, 'ContactId'), others]).toEqual([
      'EmailClicked',
      Date.parse('2026-01-01T00:00:00Z'),
      'c2',
      [],
    ]);
  });

  test('the id is found in any of three columns', () => {
    const ids = ['InternalMarketingInteractionId', 'InteractionId', 'IdempotencyId'];
    const rows = ids.map((column) => ({ InteractionType: 'A', Timestamp: '2026-01-01', [column]: guid.toUpperCase() }));
    expect(keptOf(...rows).map(({ id }) => id)).toEqual([guid]);
  });

  test("the type is the row's cell, else the folder's name", () => {
    const untyped = { ...opened, InteractionType: '' };
    const rows = [delivered(untyped, 'EmailSent'), delivered({ ...opened, InteractionId: 'b' }, 'EmailSent')];
    expect(rows.map((row) => (readRow(row) as Row).type)).toEqual(['EmailSent', 'EmailOpened']);
  });

  test('unknown types and columns are kept', () => {
    const [row] = keptOf({ ...opened, InteractionType: 'FaxReceived', Zodiac: 'Lion' });
    expect([row?.type, cell(row!, 'Zodiac')]).toEqual(['FaxReceived', 'Lion']);
  });

  test.each([
    ['missingId', { ...opened, InternalMarketingInteractionId: ' ' }],
    ['missingType', { ...opened, InteractionType: '' }],
    ['missingTime', { ...opened, Timestamp: '' }],
    ['unreadableTime', { ...opened, Timestamp: 'soon' }],
    ['tooFarAhead', { ...opened, Timestamp: '2026-03-11T12:00:00.001Z' }],
    ['notAnObject', 'EmailOpened'],
  ])('a row is refused: %s', (reason, row) => {
    expect(readRow(delivered(row))).toBe(reason);
  });

  test('a time a day ahead to the millisecond is taken', () => {
    expect(readRow(delivered({ ...opened, Timestamp: '2026-03-11T12:00:00Z' }))).toMatchObject({ id: guid });
  });

  test('the same row refused twice is one refusal', () => {
    const row = { ...opened, Timestamp: 'soon' };
    expect(refusedRows([delivered(row), delivered({ ...row }), delivered({ ...row, City: 'B' })])).toHaveLength(2);
  });

  test.each([
    ['CustomerJourney', false],
    ['TRIGGERED', false],
    ['', false],
    ['TestSend', true],
    ['preview', true],
  ])('a row of usage %j is a test send: %s', (UsageType, expected) => {
    expect(keptOf({ ...opened, UsageType }).map(isTestSend)).toEqual([expected]);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-28T22:59:59.999Z', 'Europe/Oslo', '2026-03-28'],
    ['2026-03-28T23:00:00Z', 'Europe/Oslo', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Oslo', '2026-03-30'],
    ['2018-11-04T02:59:59Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
    ['2026-01-01T18:30:00Z', 'Asia/Kolkata', '2026-01-02'],
    ['2026-01-01T13:00:00Z', 'Australia/Lord_Howe', '2026-01-02'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s the calendar in %s shows %s', (at, zone, day) => {
    expect(dayIn(zone, Date.parse(at))).toBe(day);
  });

  test('days go on over months, years and leap days', () => {
    expect([
      daysLater('2024-02-28', 1),
      daysLater('2026-01-01', -1),
      everyDay('2024-02-28', '2024-03-01').length,
    ]).toEqual(['2024-02-29', '2025-12-31', 3]);
  });

  test('months back end on the last day of a shorter month', () => {
    expect([monthsEarlier('2026-03-31', 1), monthsEarlier('2024-02-29', 12), monthsEarlier('2026-11-23', 12)]).toEqual([
      '2026-02-28',
      '2023-02-28',
      '2025-11-23',
    ]);
  });
});
