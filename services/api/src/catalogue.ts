import {
  insights,
  namedTypeIds,
  namedTypes,
  panelsShown,
  recordTypeIds,
  recordTypes,
  type CatalogueAnswer,
  type Settings,
} from '@record-insights/domain';

/** Record types with their categories and panels as the settings have them shown, and the tables of all that is named. */
export function catalogueOf(settings: Settings): Omit<CatalogueAnswer, 'texts'> {
  const { recordTables } = settings;
  return {
    recordTypes: recordTypeIds.map((id) => {
      const { title, tables: sets } = recordTypes[id];
      const { filters = [], categories = [], card } = insights[id] ?? {};
      const shown = categories.map((category) => ({ ...category, panels: panelsShown(category.panels, settings) }));
      return { id, title, table: sets[recordTables], filters, categories: shown, ...(card ? { card } : {}) };
    }),
    named: namedTypeIds.map((id) => {
      const { title, tables: sets } = namedTypes[id];
      return { id, title, table: sets[recordTables] };
    }),
  };
}
