import { recordTypeIds, recordTypes } from '@record-insights/domain';
import { app, appXml, siteMapXml } from './app.mjs';
import { changedForms, ownForms } from './forms.mjs';
import { ownRelationshipParts, ownTableParts } from './ownTables.mjs';
import { insightsRoles, recordsRoles } from './roles.mjs';
import { variables } from './variables.mjs';
import { addedForms } from './vendorForms.mjs';

/** What a solution holds where it says nothing else. */
const nothing = {
  tables: [],
  controls: [],
  webResources: [],
  variables: [],
  roles: [],
  relationships: [],
  siteMaps: [],
  apps: [],
};

/** Tables that are not ours come as shells: only to carry our forms. */
const shells = (forms) => {
  const tables = [...new Set(forms.map(({ table }) => table))];
  return tables.map((table) => ({ table, shell: true, forms: forms.filter((form) => form.table === table) }));
};

/** The app of Dynamics that brings a table; undefined where every organisation has it. */
const broughtBy = (table) =>
  recordTypeIds.map((id) => recordTypes[id]).find(({ tables }) => tables.own.table === table)?.broughtBy;

/**
 * The solutions in the order in which they are imported: `[{ name, title, about, content(managed) }]`.
 * @param {{ source: string, controls: object[], webResources: object[], prefix: string }} from the sources, and what is built
 */
export function solutionsOf({ source, controls, webResources, prefix }) {
  const onTablesOf = (app, managed) => {
    const forms = managed ? changedForms(source) : ownForms(source);
    return shells(forms.filter(({ table }) => broughtBy(table) === app));
  };
  return [
    {
      name: 'RecordInsights',
      title: 'Record Insights',
      about: 'Insights tabs for CRM records: who was reached, who reacted, when, where, what failed and why.',
      content: (managed) => ({
        ...nothing,
        tables: onTablesOf(undefined, managed),
        controls,
        webResources,
        variables,
        roles: insightsRoles,
      }),
    },
    {
      name: 'RecordInsightsSales',
      title: 'Record Insights for Sales',
      about: 'The Insights tab on leads. It needs the Sales app and Record Insights.',
      content: (managed) => ({ ...nothing, tables: onTablesOf('Sales', managed) }),
    },
    {
      name: 'RecordInsightsRecords',
      title: 'Record Insights: marketing records',
      about:
        'Tables for segments, journeys, messages, pages, forms and websites with Insights. It needs Record Insights.',
      content: () => ({
        ...nothing,
        tables: ownTableParts(prefix),
        roles: recordsRoles,
        relationships: ownRelationshipParts(),
        siteMaps: [{ name: app.name, xml: siteMapXml() }],
        apps: [{ name: app.name, xml: appXml(recordsRoles) }],
      }),
    },
    {
      name: 'RecordInsightsOutbound',
      title: 'Record Insights for outbound marketing',
      about: 'Forms with Insights on the tables of outbound marketing. It needs those tables and Record Insights.',
      content: () => ({ ...nothing, tables: shells(addedForms(prefix)) }),
    },
  ];
}
