import type { Page } from 'playwright-core';
import { insights, type KpiId, type PanelDef } from '@record-insights/domain';
import { askAccount, membersOf, peopleOf, type AccountQuestion, type Member } from '../../oracle/account';
import { questionBefore } from '../../oracle/contact';
import { dayIn } from '../../oracle/days';
import { cell } from '../../oracle/rows';
import { mostNamed, type Exported } from '../exported';
import { askBy, chooseCategory, closeRows, lookAt, openTab, panel, rowsIn, tilesOn, tooWide } from '../pages';
import { lastDays, type Scene } from '../scene';
import { expectedTiles, zone } from '../shown';
import { panelHolds } from './panelsHold';

const categories = insights.account?.categories ?? [];
const kpisOf = (panels: readonly PanelDef[]): readonly KpiId[] =>
  panels.flatMap((one) => (one.kind === 'kpiTiles' ? one.kpis : []));

/** The account that most rows of late name, and its contacts by the oracle; the deleted are nobody's any more. */
function liveliest(
  { rows, told }: Exported,
  from: string,
): { readonly id: string; readonly members: readonly Member[] } {
  const lately = rows.filter((row) => dayIn(zone, row.at) >= from);
  const [id = ''] = mostNamed(lately, (row) => cell(row, 'AccountId'));
  const named = rows.filter((row) => cell(row, 'AccountId') === id).map((row) => cell(row, 'ContactId'));
  const deleted = new Set(rows.map((row) => cell(row, 'DeletedContactId')));
  const possible = new Set([...named, ...told.filter(({ fields }) => fields['accountId'] === id).map((one) => one.id)]);
  const isAbout = (contact: string): boolean => possible.has(contact) && !deleted.has(contact);
  // The others' rows say nothing of these contacts but for the visitors that they share.
  const own = rows.filter((row) => isAbout(cell(row, 'ContactId')) || cell(row, 'VisitorId') !== '');
  return {
    id,
    members: membersOf(
      own,
      told.filter((one) => isAbout(one.id)),
      id,
    ),
  };
}

/** An account's tab: its contacts together. */
export function account(scene: () => Scene): void {
  const question: AccountQuestion = lastDays(30);
  let found: ReturnType<typeof liveliest> | undefined;
  const its = (): ReturnType<typeof liveliest> => (found ??= liveliest(scene().exported, question.from));

  const expected = (ids: readonly KpiId[], asked: AccountQuestion): ReturnType<typeof expectedTiles> =>
    expectedTiles(ids, {
      now: askAccount(its().members, asked),
      before: askAccount(its().members, { ...questionBefore(asked), scope: asked.scope }),
    });

  const open = (page: Page): Promise<void> => openTab(page, 'account', its().id);

  test('counts what its contacts did since each joined, and says how many they are', async () => {
    const { page } = scene();
    await open(page);
    const [overview] = categories;
    expect(await tilesOn(page)).toEqual(expected(kpisOf(overview?.panels ?? []), question));
    const { length } = its().members;
    expect(await page.getByText(`Shows what ${length} people did since each joined this account`).count()).toBe(1);
  });

  test('ranks whom to call, with numbers that add up to that of all', async () => {
    const { page, exported } = scene();
    const { people } = peopleOf(its().members, question, () => true);
    const seen = await rowsIn(panel(page, 'Whom to call'), 5);
    expect(seen).toEqual(
      people
        .slice(0, 5)
        .map(({ contact, count }) => [exported.nameOf('contact', contact), count.toLocaleString('en-GB')]),
    );
    const whom = categories[0]?.panels.filter(({ kind }) => kind === 'people') ?? [];
    const asked = {
      ...question,
      now: askAccount(its().members, question),
      before: askAccount(its().members, question),
    };
    for (const one of whom) await panelHolds(one, { scene: scene(), asked, compared: true });
  });

  test('opens what one of them did, by who it was', async () => {
    const { page, exported } = scene();
    const [first] = peopleOf(its().members, question, () => true).people;
    const name = exported.nameOf('contact', first!.contact) ?? '';
    const count = first!.count.toLocaleString('en-GB');
    const own = panel(page, 'Whom to call').getByRole('row').filter({ hasText: name }).first();
    await own.getByRole('button', { name: count, exact: true }).click();
    const side = page.getByRole('dialog', { name: `${name}: ${count}` });
    await side.getByRole('link', { name }).first().waitFor();
    await closeRows(page);
  });

  test('shows their full history instead', async () => {
    const { page } = scene();
    await askBy(page.getByRole('button', { name: 'Full history' }));
    expect(await tilesOn(page)).toEqual(expected(kpisOf(categories[0]?.panels ?? []), { ...question, scope: 'full' }));
    expect(await page.getByText(/Shows the full history of \d+ people/).count()).toBe(1);
  });

  test.each(categories.slice(1, -1).map(({ title, panels }) => [title, panels] as const))(
    '%s: every number says what the raw rows say',
    async (title, panels) => {
      const { page } = scene();
      await chooseCategory(page, title);
      expect(await tilesOn(page)).toEqual(expected(kpisOf(panels), { ...question, scope: 'full' }));
    },
  );

  test.each([
    ['account-1366', undefined],
    ['account-360', { width: 360, height: 800 }],
  ] as const)('%s: nothing is wrong for those who cannot see, and nothing too wide', async (name, size) => {
    const { page } = scene();
    if (size) await page.setViewportSize(size);
    await open(page);
    expect(await tooWide(page)).toBe(0);
    expect(await lookAt(page, name)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
}
