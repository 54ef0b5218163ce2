import { environmentVariables } from './environmentVariables';
import { ownPairs, ownTableIds, ownTables, ownTypeOf } from './ownTables';
import { recordTypeIds, recordTypes } from './recordTypes';
import { siteMap } from './siteMap';
import { vendorForms } from './vendorForms';

describe.each(ownTableIds)('Our own table of %s', (id) => {
  const { columns, subtitle } = ownTables[id];
  const names = columns.map(({ name }) => name);
  const { table, key, name } = ownTypeOf(id).tables.own;

  test('has names that Dataverse takes, each once', () => {
    for (const each of [table, ...names]) expect(each).toMatch(/^rin_[a-z0-9]{1,46}$/);
    expect(new Set([key, name, ...names]).size).toBe(names.length + 2);
  });

  test('shows and searches only what it has', () => {
    if (subtitle) expect(names).toContain(subtitle);
    for (const { holds, searched } of columns) if (searched) expect(['text', 'url']).toContain(holds.kind);
  });
});

test('every record type that no app of Dynamics brings has a table of ours, a form on the vendor’s, and Insights on both', () => {
  const standard = recordTypeIds.filter(
    (id) => recordTypes[id].tables.own.table === recordTypes[id].tables.vendor.table,
  );
  const ours = recordTypeIds.filter((id) => !standard.includes(id));
  expect(ours.filter((id) => id in ownTables && id in vendorForms)).toEqual(ours);
  const withTab = ownTableIds.filter((id) => ownTables[id].tabs.includes('insights'));
  expect(withTab).toEqual(ours);
});

test('pairs are of two tables, and no longer named than Dataverse takes', () => {
  for (const { name, of } of ownPairs) {
    expect(new Set(of).size).toBe(2);
    expect(name.length).toBeLessThanOrEqual(41);
  }
});

test('the site map leads to every record type once', () => {
  const shown = siteMap.flatMap((group) => group.recordTypes);
  expect([...shown].sort()).toEqual([...recordTypeIds].sort());
});

test('no variable of the environment asks for a secret', () => {
  expect(Object.keys(environmentVariables).join(' ')).not.toMatch(/secret|password|key/i);
});
