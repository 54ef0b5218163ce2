import { ownTables, recordTypes, vendorForms } from '@record-insights/domain';
import { recordForm } from './recordForm.mjs';
import { rootOf } from './xml.mjs';

/** One more main form for each of the vendor's tables: `[{ table, systemform }]`. */
export const addedForms = (prefix) => Object.entries(vendorForms).map(([id, form]) => addedForm(id, form, prefix));

function addedForm(id, { anchor, columns }, prefix) {
  const { title, tables } = recordTypes[id];
  const { table, name } = tables.vendor;
  const xml = recordForm({
    table,
    title: `${title} with Insights`,
    recordTitle: title,
    about: `Summary and Insights of a ${title.toLowerCase()}`,
    fields: [{ name, title: 'Name', kind: 'text' }, ...columns].map((field) => ({ ...field, readOnly: true })),
    tabs: ownTables[id].tabs,
    anchor,
    prefix,
    isFallback: false,
  });
  return { table, systemform: rootOf(xml, `the form of ${table}`) };
}
