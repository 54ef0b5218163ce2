import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTypeIds } from '@record-insights/domain';
import { tables } from '../tables';
import { defaultFolders } from '../pages/routes';
import { formOfTable } from './formLibrary';

const tab = (name: string): string =>
  `<form><tabs><tab name="${name}" solutionaction="Added"><labels/><columns/></tab></tabs></form>`;

describe('The form of a table', () => {
  let solution: string;
  beforeEach(async () => (solution = await mkdtemp(join(tmpdir(), 'forms-'))));
  afterEach(() => rm(solution, { recursive: true, force: true }));
  const { base, own } = defaultFolders().forms;

  const withInsights = tables.filter(({ recordType }) => recordType);
  const shown = withInsights.filter(({ table }) =>
    [base, own].some((folder) => existsSync(join(folder, `${table}.xml`))),
  );

  test.each(shown.map(({ table }) => table))(
    '%s has a form whose cells have labels, columns and ids of their own',
    async (table) => {
      const form = await formOfTable({ base, own, solution }, table);
      const cells = form!.tabs.flatMap(({ columns }) =>
        columns.flatMap(({ sections }) => sections.flatMap((section) => section.cells)),
      );
      const all = [...form!.header, ...cells];
      expect(all.length).toBeGreaterThan(4);
      expect(all.filter(({ label, column }) => !label || !column)).toEqual([]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    },
  );

  test.each(shown.map(({ table, name }) => [table, name]))(
    '%s has an Insights tab, all of it the control, bound to %s',
    async (table, name) => {
      const form = await formOfTable(defaultFolders().forms, table);
      const insights = form!.tabs.find(({ label }) => label === 'Insights');
      const cells = insights!.columns.flatMap(({ sections }) => sections.flatMap((section) => section.cells));
      const parameters = [{ name: 'anchor', type: '', text: name, bound: true }];
      expect(cells).toMatchObject([{ column: name, control: { name: 'rin_RecordInsights.InsightsTab', parameters } }]);
    },
  );

  if (shown.length < withInsights.length)
    test.skip('our own tables have forms too (left out: the solution is not built)', () => undefined);
  else test('every record type has one', () => expect(shown).toHaveLength(recordTypeIds.length));

  test('holds what every source of the solution adds to it, and nothing of other tables', async () => {
    await writeFile(join(solution, 'contact.xml'), tab('one'));
    await writeFile(join(solution, 'contact.card.xml'), tab('two'));
    await writeFile(join(solution, 'account.xml'), tab('three'));
    const form = await formOfTable({ base, own, solution }, 'contact');
    expect(form!.tabs.map(({ name }) => name)).toEqual(['SUMMARY_TAB', 'details', 'two', 'one']);
  });

  test.each(['contact', 'lead'])(
    'of %s has its card in a column of its own at the right of the Summary',
    async (table) => {
      const [summary] = (await formOfTable(defaultFolders().forms, table))!.tabs;
      const controls = summary!.columns.map(({ sections }) =>
        sections.flatMap(({ cells }) => cells.flatMap(({ control }) => (control ? [control.name] : []))),
      );
      expect(controls).toEqual([[], [], ['rin_RecordInsights.InteractionTimeline']]);
    },
  );

  test('of a table without one is none', async () => {
    expect(await formOfTable({ base, own, solution }, 'systemuser')).toBeUndefined();
  });
});
