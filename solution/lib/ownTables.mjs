import { ownPairs, ownStatuses, ownTableIds, ownTables, ownTypeOf } from '@record-insights/domain';
import { columnXml, ownColumnsXml } from './columns.mjs';
import { recordForm } from './recordForm.mjs';
import { lookupXml, pairXml } from './relationships.mjs';
import { viewsXml } from './views.mjs';
import { described, named, rootOf, tag, textTags, words } from './xml.mjs';

const tableOf = (id) => ownTypeOf(id).tables.own;

/** Logical names of our own tables. */
export const ownTableNames = ownTableIds.map((id) => tableOf(id).table);

/** Our own tables as they go into a solution: `[{ table, name, info, forms, views }]`. */
export const ownTableParts = (prefix) => ownTableIds.map((id) => ownTablePart(id, prefix));

function ownTablePart(id, prefix) {
  const { title, plural } = ownTypeOf(id);
  const { table, set, key, name } = tableOf(id);
  const { about, columns, tabs } = ownTables[id];
  const fields = columns.filter(({ form }) => form !== undefined);
  const form = recordForm({
    table,
    title,
    recordTitle: title,
    about,
    fields: [
      { name, title: 'Name', kind: 'text' },
      ...fields.map((column) => ({ ...column, kind: column.holds.kind, readOnly: column.form === 'read' })),
    ],
    tabs,
    anchor: name,
    prefix,
    isFallback: true,
  });
  const listed = [
    ...columns.filter((column) => column.listed).map((column) => column.name),
    'ownerid',
    'statuscode',
    'modifiedon',
  ];
  const searched = columns.filter((column) => column.searched).map((column) => column.name);
  return {
    table,
    name: tag('Name', { LocalizedName: title, OriginalName: title }, table),
    info: infoXml({ table, set, key, name, title, plural, about, columns }),
    forms: [{ table, systemform: rootOf(form, `the form of ${table}`) }],
    views: viewsXml({ table, key, name, plural, columns: listed, searched }),
  };
}

function infoXml({ table, set, key, name, title, plural, about, columns }) {
  const attributes = [
    ...ownColumnsXml({ table, key, name, title, statuses: ownStatuses }),
    ...columns.map((column) => columnXml(table, column)),
  ];
  return tag(
    'EntityInfo',
    {},
    tag(
      'entity',
      { Name: table },
      named(title),
      words('LocalizedCollectionNames', 'LocalizedCollectionName', plural),
      described(about),
      tag('attributes', {}, attributes),
      textTags({ EntitySetName: set, ...behaviour }),
    ),
  );
}

/** What all our tables can do: owned by users, searched for duplicates, seen on phones, and nothing beside. */
const behaviour = {
  IsDuplicateCheckSupported: 1,
  IsBusinessProcessEnabled: 0,
  IsRequiredOffline: 0,
  IsInteractionCentricEnabled: 0,
  IsCollaboration: 0,
  AutoRouteToOwnerQueue: 0,
  IsConnectionsEnabled: 0,
  IsDocumentManagementEnabled: 0,
  AutoCreateAccessTeams: 0,
  IsOneNoteIntegrationEnabled: 0,
  IsKnowledgeManagementEnabled: 0,
  IsSLAEnabled: 0,
  IsDocumentRecommendationsEnabled: 0,
  IsBPFEntity: 0,
  OwnershipTypeMask: 'UserOwned',
  IsAuditEnabled: 0,
  IsActivity: 0,
  ActivityTypeMask: '',
  IsActivityParty: 0,
  IsReplicated: 0,
  IsReplicationUserFiltered: 0,
  IsMailMergeEnabled: 0,
  IsVisibleInMobile: 0,
  IsVisibleInMobileClient: 1,
  IsReadOnlyInMobileClient: 0,
  IsOfflineInMobileClient: 0,
  DaysSinceRecordLastModified: 0,
  MobileOfflineFilters: '',
  IsMapiGridEnabled: 1,
  IsReadingPaneEnabled: 1,
  IsQuickCreateEnabled: 0,
  SyncToExternalSearchIndex: 0,
  IntroducedVersion: '0.1.0.0',
  IsCustomizable: 1,
  IsRenameable: 1,
  IsMappable: 1,
  CanModifyAuditSettings: 1,
  CanModifyMobileVisibility: 1,
  CanModifyMobileClientVisibility: 1,
  CanModifyMobileClientReadOnly: 1,
  CanModifyMobileClientOffline: 1,
  CanModifyConnectionSettings: 1,
  CanModifyDuplicateDetectionSettings: 1,
  CanModifyMailMergeSettings: 1,
  CanModifyQueueSettings: 1,
  CanCreateAttributes: 1,
  CanCreateForms: 1,
  CanCreateCharts: 1,
  CanCreateViews: 1,
  CanModifyAdditionalSettings: 1,
  CanEnableSyncToExternalSearchIndex: 1,
  EnforceStateTransitions: 0,
  CanChangeHierarchicalRelationship: 1,
  EntityHelpUrlEnabled: 0,
  ChangeTrackingEnabled: 1,
  CanChangeTrackingBeEnabled: 1,
  IsEnabledForExternalChannels: 0,
};

/** Lookups among our own tables, and the pairs. */
export function ownRelationshipParts() {
  const lookups = ownTableIds.flatMap((id) =>
    ownTables[id].columns
      .filter(({ holds }) => holds.kind === 'lookup')
      .map(({ name, holds }) => lookupXml({ table: tableOf(id).table, column: name, to: tableOf(holds.to).table })),
  );
  const pairs = ownPairs.map(({ name, of }) => pairXml({ name, tables: of.map((id) => tableOf(id).table) }));
  return [...lookups, ...pairs];
}
