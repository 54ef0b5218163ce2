import { recordTypes, siteMap } from '@record-insights/domain';
import { kinds } from './kinds.mjs';
import { ownTableNames } from './ownTables.mjs';
import { roleId } from './roles.mjs';
import { described, named, tag, textTags } from './xml.mjs';

/** Where Dataverse keeps the picture of an app that brings none of its own. */
const usualPicture = '953b9fac-1e5e-e611-80d6-00155ded156f';

/** The app for our own tables. */
export const app = { name: 'rin_RecordInsights', title: 'Record Insights' };

/** The groups with what a plain Dataverse and we ourselves have; tables of another app would keep ours from being imported. */
const groups = siteMap.map((group) => ({
  ...group,
  recordTypes: group.recordTypes.filter((id) => recordTypes[id].broughtBy === undefined),
}));

const titles = (text) => tag('Titles', {}, tag('Title', { LCID: 1033, Title: text }));

/** The app's site map. */
export function siteMapXml() {
  const shown = groups.map(({ id, title, recordTypes: types }) =>
    tag(
      'Group',
      { Id: `rin_${id}`, IsProfile: false },
      titles(title),
      types.map((type) => tag('SubArea', { Id: `rin_${id}_${type}`, Entity: recordTypes[type].tables.own.table })),
    ),
  );
  return tag(
    'AppModuleSiteMap',
    {},
    textTags({ SiteMapUniqueName: app.name, ShowHome: 'True', ShowPinned: 'True', ShowRecents: 'True' }),
    tag('SiteMap', {}, tag('Area', { Id: 'rin_insights', ShowGroups: true }, titles(app.title), shown)),
    named(app.title),
  );
}

/** @param roles those who may open the app */
export function appXml(roles) {
  const shown = groups.flatMap(({ recordTypes: types }) => types.map((type) => recordTypes[type].tables.own.table));
  const tables = [...new Set([...shown, ...ownTableNames])].sort();
  return tag(
    'AppModule',
    {},
    textTags({
      UniqueName: app.name,
      IntroducedVersion: '0.1.0.0',
      WebResourceId: usualPicture,
      statecode: 0,
      statuscode: 1,
      FormFactor: 1,
      ClientType: 4,
      NavigationType: 0,
    }),
    tag(
      'AppModuleComponents',
      {},
      tables.map((schemaName) => tag('AppModuleComponent', { type: kinds.table, schemaName })),
      tag('AppModuleComponent', { type: kinds.siteMap, schemaName: app.name }),
    ),
    tag(
      'AppModuleRoleMaps',
      {},
      roles.map((role) => tag('Role', { id: roleId(role) })),
    ),
    named(app.title),
    described('Segments, journeys, messages, pages, forms and websites, each with its Insights.'),
  );
}
