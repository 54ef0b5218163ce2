import { insights } from '@record-insights/domain';
import { cell } from '../../oracle/rows';
import { lookAt, openTab, settled, tooWide } from '../pages';
import { askOracle, type Scene } from '../scene';
import { panelHolds, panelsHold } from './panelsHold';

const [overview] = insights.lead?.categories ?? [];
const recently = 30 * 24 * 3600 * 1000;

/** A lead's tab: how it grew, and what its contact did. */
export function leads(scene: () => Scene): void {
  /** The lead with most scores of those that have a contact, or none but an account, or neither. */
  const leadWith = (
    isAsked: (fields: Readonly<Record<string, unknown>>) => boolean,
  ): { id: string; contact: string } => {
    const { rows, leads: all } = scene().exported;
    const scores = new Map<string, number>();
    for (const row of rows)
      if (row.type === 'LeadScored') scores.set(cell(row, 'LeadId'), (scores.get(cell(row, 'LeadId')) ?? 0) + 1);
    const [first] = all
      .filter(({ fields }) => isAsked(fields))
      .sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
    if (!first) throw new Error('The sample has no such lead.');
    const { contactId } = first.fields;
    return { id: first.id, contact: typeof contactId === 'string' ? contactId : '' };
  };
  const open = (id: string): Promise<void> => openTab(scene().page, 'lead', id);

  test('with a contact it tells what the contact did, and its own stages and scores', async () => {
    const { page, exported } = scene();
    const recent = new Set(
      exported.rows.filter(({ at }) => Date.now() - at < recently).map((row) => cell(row, 'ContactId')),
    );
    const { id, contact } = leadWith(({ contactId }) => typeof contactId === 'string' && recent.has(contactId));
    await open(id);
    const line = page.getByText('Shows what the contact of this lead did:');
    expect(await line.innerText()).toContain(exported.nameOf('contact', contact));
    await panelsHold(overview?.panels ?? [], {
      scene: scene(),
      asked: askOracle(exported, contact, 30),
      compared: true,
      lead: id,
    });
    expect(await lookAt(page, 'lead-1366')).toEqual([]);
  });

  test('without one it says so, and tells of itself', async () => {
    const { page } = scene();
    const own = overview?.panels.filter(({ kind }) => kind === 'leadProgress' || kind === 'leadScores') ?? [];
    const ways = [
      [
        leadWith(({ contactId, accountId }) => !contactId && accountId !== undefined),
        /^This lead has no contact\. Shows/,
      ],
      [leadWith(({ contactId, accountId }) => !contactId && !accountId), /^This lead has no contact and no account\./],
    ] as const;
    for (const [{ id }, words] of ways) {
      await open(id);
      expect(await page.getByText(words).count()).toBe(1);
      const asked = askOracle(scene().exported, scene().someone.id, 30);
      for (const panel of own) await panelHolds(panel, { scene: scene(), asked, compared: true, lead: id });
    }
  });

  test('on a telephone everything stands in one column', async () => {
    const { page } = scene();
    await page.setViewportSize({ width: 360, height: 740 });
    await settled(page);
    expect(await lookAt(page, 'lead-360')).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
}
