import { canonicalId, interactionTypes, readInteraction } from '@record-insights/domain';
import { textOf } from '../row';
import { fileStyle } from './fileStyle';
import { diceOf } from './dice';
import { cellOf, grouped, smallOptions } from './sample.builder';
import { simulate } from './simulate';

const sample = simulate({ ...smallOptions, hostile: true });
const rows = [...sample.interactions];
const until = smallOptions.until.getTime();

describe('the hostile sample', () => {
  test('spells one id in five ways', () => {
    const spellings = grouped(rows, (row) => canonicalId(cellOf(row, 'MessageId')));
    spellings.delete('');
    for (const [id, named] of spellings) {
      if (named.length < 100) continue;
      const spelt = new Set(named.map((row) => cellOf(row, 'MessageId')));
      expect(spelt).toEqual(new Set([id, id.toUpperCase(), `{${id}}`, id.replaceAll('-', ''), `crm${id}`]));
    }
  });

  test('holds about one row in a hundred twice', () => {
    const ids = grouped(rows, (row) => canonicalId(cellOf(row, 'InternalMarketingInteractionId')));
    const twice = [...ids.values()].filter((same) => same.length > 1).length;
    expect(twice / ids.size).toBeGreaterThan(0.008);
    expect(twice / ids.size).toBeLessThan(0.02);
  });

  test('holds rows that cannot be taken, for every reason but a missing type', () => {
    const refused = rows.flatMap((row) => {
      const reading = readInteraction(row, until);
      return reading.ok ? [] : [reading.refusal.code];
    });
    expect(new Set(refused)).toEqual(new Set(['missingId', 'missingTime', 'unreadableTime', 'tooFarAhead']));
    expect(refused.length).toBeLessThan(rows.length / 500);
  });

  test('holds clocks that run ahead, unknown types, unknown columns and text that wants to be code', () => {
    const ahead = rows.filter((row) => Date.parse(cellOf(row, 'Timestamp')) > until);
    expect(ahead.length).toBeGreaterThan(50);
    const unknown = rows.filter((row) => !(cellOf(row, 'InteractionType') in interactionTypes));
    expect(new Set(unknown.map((row) => row['InteractionType'])).size).toBe(3);
    const texts = new Set(rows.flatMap((row) => Object.values(row)));
    for (const text of ['=1+1', '<img src=x onerror=alert(1)>', 'مرحبا بالعالم', '🔥🚿 Łódź ẞ'])
      expect(texts).toContain(text);
    expect(rows.filter((row) => row['Zodiac']).length).toBeGreaterThan(500);
  });

  test('leaves columns out of some files, but never id and time', () => {
    const columns = interactionTypes['EmailOpened']?.columns ?? [];
    const first = { InteractionType: 'EmailOpened' };
    const styles = Array.from({ length: 60 }, (_, file) =>
      fileStyle(diceOf(1, 'style', file), first, { stretch: 0, hostile: true }),
    );
    const lacking = styles.filter((style) => columns.some((column) => !style.columns.includes(column)));
    expect(lacking.length).toBeGreaterThan(8);
    for (const { columns: kept } of styles) {
      expect(kept).toEqual(expect.arrayContaining(['InternalMarketingInteractionId', 'Timestamp']));
    }
  });

  test('gives records names and messages that try to do harm', () => {
    const names = (sample.records['contact'] ?? []).map((row) => textOf(row, 'fullname'));
    expect(names).toContain('=cmd|calc!A1');
    const html = (sample.records['rin_marketingemail'] ?? []).map((row) => textOf(row, 'rin_htmlcontent'));
    expect(html.filter((content) => content.includes('<script>')).length).toBeGreaterThan(3);
  });
});
