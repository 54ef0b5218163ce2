import type { ImportSummary, TypeSummary } from '../importer/importExport';
import { importReport, progressLine } from './reports';

test('progress tells rows, rate, share and what remains', () => {
  expect(progressLine({ rows: 12_000, bytes: 250, totalBytes: 1000 }, 4000)).toBe(
    '\r12,000 rows, 3,000 a second, 25%, about 12 s left   ',
  );
});

test('progress of a folder without anything new is complete', () => {
  expect(progressLine({ rows: 0, bytes: 0, totalBytes: 0 }, 5)).toContain('100%, about 0 s left');
});

const ofType = (type: string, rows: number, more: Partial<TypeSummary> = {}): TypeSummary => ({
  type,
  rows,
  accepted: rows,
  otherType: 0,
  refused: new Map(),
  ...more,
});

const summary: ImportSummary = {
  files: 3,
  unchanged: 1,
  rows: 1305,
  types: [
    ofType('EmailSent', 5, { otherType: 2 }),
    ofType('EmailOpened', 1300, {
      accepted: 1297,
      refused: new Map([
        ['missingId', 2],
        ['unreadableTime', 1],
      ]),
    }),
  ],
  usageTypes: new Map([
    ['CustomerJourney', 1200],
    ['TestSend', 7],
  ]),
  failures: ['csv/EmailSent/bad cannot be read as CSV: Invalid Closing Quote'],
  unfinished: ['csv/EmailSent/open'],
};

test('the report tells each type, the largest first, with what was refused and why', () => {
  expect(told()).toEqual(
    expect.arrayContaining([
      '1,305 rows from 3 files in 2.0 s (653 a second); 1 files had nothing new.',
      'EmailOpened 1,300 rows, refused 2 (missingId), refused 1 (unreadableTime)',
      'EmailSent 5 rows, 2 of another type than the folder',
    ]),
  );
  expect(told().findIndex((line) => line.startsWith('EmailOpened'))).toBe(1);
});

test('the report names every UsageType that was met, and the files that could not be read whole', () => {
  expect(told().slice(-5)).toEqual([
    'UsageType as met:',
    'CustomerJourney 1,200 rows',
    'TestSend 7 rows',
    'csv/EmailSent/open: the last row is not whole yet; import again when it is.',
    'csv/EmailSent/bad cannot be read as CSV: Invalid Closing Quote',
  ]);
});

/** The lines of the report, columns apart by one space. */
const told = (): readonly string[] =>
  importReport(summary, 2000)
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));
