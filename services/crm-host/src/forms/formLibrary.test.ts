import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tables } from '../tables';
import { defaultFolders } from '../pages/routes';
import { formOfTable } from './formLibrary';

const tab = (name: string): string =>
  `<form><tabs><tab name="${name}" solutionaction="Added"><labels/><columns/></tab></tabs></form>`;

describe('The form of a table', () => {
  let solution: string;
  beforeEach(async () => (solution = await mkdtemp(join(tmpdir(), 'forms-'))));
  afterEach(() => rm(solution, { recursive: true, force: true }));
  const { base } = defaultFolders().forms;

  test.each(tables.filter(({ recordType }) => recordType).map(({ table }) => table))(
    '%s has a base form whose cells have labels, columns and ids of their own',
    async (table) => {
      const form = await formOfTable({ base, solution }, table);
      const cells = form!.tabs.flatMap(({ columns }) =>
        columns.flatMap(({ sections }) => sections.flatMap((section) => section.cells)),
      );
      const all = [...form!.header, ...cells];
      expect(all.length).toBeGreaterThan(4);
      expect(all.filter(({ label, column }) => !label || !column)).toEqual([]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    },
  );

  test('holds what every source of the solution adds to it, and nothing of other tables', async () => {
    await writeFile(join(solution, 'contact.xml'), tab('one'));
    await writeFile(join(solution, 'contact.card.xml'), tab('two'));
    await writeFile(join(solution, 'account.xml'), tab('three'));
    const form = await formOfTable({ base, solution }, 'contact');
    expect(form!.tabs.map(({ name }) => name)).toEqual(['SUMMARY_TAB', 'details', 'two', 'one']);
  });

  test.each(['contact', 'lead'])(
    'of a %s gets its Insights tab from the very source of the solution zip',
    async (table) => {
      const form = await formOfTable(defaultFolders().forms, table);
      expect(form!.tabs.map(({ label }) => label)).toEqual(['Summary', 'Insights', 'Details']);
      const [cell, ...others] = form!.tabs[1]!.columns.flatMap(({ sections }) =>
        sections.flatMap(({ cells }) => cells),
      );
      expect(others).toEqual([]);
      expect(cell).toMatchObject({
        column: 'fullname',
        control: {
          name: 'rin_RecordInsights.InsightsTab',
          parameters: [{ name: 'anchor', text: 'fullname', bound: true }],
        },
      });
    },
  );

  test('of contacts gets its card as a column of its own at the right of the Summary', async () => {
    const [summary] = (await formOfTable(defaultFolders().forms, 'contact'))!.tabs;
    const controls = summary!.columns.map(({ sections }) =>
      sections.flatMap(({ cells }) => cells.flatMap(({ control }) => (control ? [control.name] : []))),
    );
    expect(controls).toEqual([[], [], ['rin_RecordInsights.InteractionTimeline']]);
  });

  test('of a table without one is none', async () => {
    expect(await formOfTable({ base, solution }, 'systemuser')).toBeUndefined();
  });
});
