import { idOf } from './ids.mjs';
import { named, tag, textTags } from './xml.mjs';

/** Kinds of view, as Dataverse numbers them, that each table has; `{plural}` in their titles. */
const kinds = [
  { id: 'active', title: 'Active {plural}', type: 0, isDefault: 1, state: 0 },
  { id: 'inactive', title: 'Inactive {plural}', type: 0, isDefault: 0, state: 1 },
  { id: 'advancedFind', title: 'Found {plural}', type: 1, isDefault: 1, state: 0 },
  { id: 'associated', title: 'Associated {plural}', type: 2, isDefault: 1, state: 0 },
  { id: 'quickFind', title: 'Quick find: {plural}', type: 4, isDefault: 1, state: 0, isQuickFind: 1 },
  { id: 'lookup', title: '{plural} to choose from', type: 64, isDefault: 1, state: 0 },
];

/** Widths in pixels, of the name and of each other column. */
const nameWidth = 300;
const otherWidth = 150;

/**
 * All views of a table.
 * @param {{ table: string, key: string, name: string, plural: string, columns: string[], searched: string[] }} table
 */
export const viewsXml = (table) =>
  tag(
    'savedqueries',
    {},
    kinds.map((kind) => viewXml(table, kind)),
  );

function viewXml(table, { id, title, type, isDefault, state, isQuickFind = 0 }) {
  return tag(
    'savedquery',
    {},
    textTags({
      IsCustomizable: 1,
      CanBeDeleted: 0,
      isquickfindquery: isQuickFind,
      isprivate: 0,
      isdefault: isDefault,
      savedqueryid: idOf(`view:${table.table}/${id}`),
    }),
    tag('layoutxml', {}, gridXml(table)),
    textTags({ querytype: type }),
    tag('fetchxml', {}, fetchXml(table, state, isQuickFind)),
    textTags({ IntroducedVersion: '0.1.0.0' }),
    named(title.replace('{plural}', table.plural.toLowerCase())),
  );
}

function gridXml({ key, name, columns }) {
  const cells = [name, ...columns].map((column) =>
    tag('cell', { name: column, width: column === name ? nameWidth : otherWidth }),
  );
  return tag(
    'grid',
    { name: 'resultset', jump: name, select: 1, icon: 1, preview: 1 },
    tag('row', { name: 'result', id: key }, cells),
  );
}

function fetchXml({ table, key, name, columns, searched }, state, isQuickFind) {
  const condition = (attribute, operator, value) => tag('condition', { attribute, operator, value });
  return tag(
    'fetch',
    { version: '1.0', mapping: 'logical' },
    tag(
      'entity',
      { name: table },
      [key, name, ...columns].map((column) => tag('attribute', { name: column })),
      tag('order', { attribute: name, descending: false }),
      tag('filter', { type: 'and' }, condition('statecode', 'eq', state)),
      isQuickFind
        ? tag(
            'filter',
            { type: 'or', isquickfindfields: 1 },
            [name, ...searched].map((column) => condition(column, 'like', '{0}')),
          )
        : '',
    ),
  );
}
