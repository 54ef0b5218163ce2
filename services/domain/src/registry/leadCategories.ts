import { contactCategories } from './contactCategories';
import type { CategoryDef, PanelDef } from './insights';

const ofLeads: readonly PanelDef[] = [
  {
    kind: 'leadProgress',
    id: 'progress',
    title: 'Progress',
    tooltip:
      'The stages that this lead went through and the days it spent in each, its stays in a stage together, with its ' +
      'scores below on the same time axis. All time: dates do not filter it.',
  },
  {
    kind: 'leadScores',
    id: 'scores',
    title: 'Score now',
    tooltip:
      'The last score and grade that each scoring model gave this lead, and whether it calls it ready for sales.',
  },
];

/** A lead has the categories of the contact through which it is read; its overview tells of itself first. */
export const leadCategories: readonly CategoryDef[] = contactCategories.map((category) =>
  category.id === 'overview' ? { ...category, panels: [...ofLeads, ...category.panels] } : category,
);
