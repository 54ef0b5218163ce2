import { insights, type CategoryDef, type PanelDef } from './registry/insights';
import { kpiOf } from './registry/kpis';
import { recordTypeIds, recordTypes, type RecordType } from './registry/recordTypes';

/** Name of a category's picture, without the folder. */
export const guidePicture = (recordType: RecordType, category: string): string => `${recordType}-${category}.png`;

/** A category as the user guide has it. */
export interface GuideCategory {
  readonly recordType: RecordType;
  readonly category: CategoryDef;
  readonly picture: string;
}

/** Every category of every record type, in the order of the guide. */
export const guideCategories: readonly GuideCategory[] = recordTypeIds.flatMap((recordType) =>
  (insights[recordType]?.categories ?? []).map((category) => ({
    recordType,
    category,
    picture: guidePicture(recordType, category.id),
  })),
);

/** What the guide says of a category: its picture, and what each panel and number means, as the registry has it. */
export function guideText({ recordType, category, picture }: GuideCategory): string {
  const { title } = category;
  const alt = `${title} of a ${recordTypes[recordType].title.toLowerCase()}`;
  return [`### ${title}`, `![${alt}](pictures/guide/${picture})`, lines(category.panels).join('\n')].join('\n\n');
}

/** The chapters of the record types some of whose categories are given. */
export function guideChapters(categories: readonly GuideCategory[]): string {
  const types = recordTypeIds.filter((id) => categories.some(({ recordType }) => recordType === id));
  return types
    .flatMap((id) => [
      `## ${recordTypes[id].title}`,
      ...categories.filter(({ recordType }) => recordType === id).map(guideText),
    ])
    .join('\n\n');
}

const lines = (panels: readonly PanelDef[]): readonly string[] =>
  panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis.map(kpiLine) : [line(panel.title, panel.tooltip)]));

const kpiLine = (id: Parameters<typeof kpiOf>[0]): string => line(kpiOf(id).title, kpiOf(id).tooltip);

const line = (title: string, tooltip: string): string => `- **${title}**: ${tooltip}`;
