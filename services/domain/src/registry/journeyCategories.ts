import type { CategoryDef, PipelineDef } from './insights';

/** What a journey's pipeline shows of its tiles. */
export const journeyPipeline: PipelineDef = {
  people: 'peopleInJourney',
  rows: 'interactions',
  kpis: [
    'journey.delivered',
    'journey.opensUnique',
    'journey.clicksUnique',
    'journey.blocked',
    'journey.bounces',
    'journey.softBounces',
    'journey.hardBounces',
    'journey.blockBounces',
  ],
  versions: ['sent', 'delivered', 'opensUnique', 'clicksUnique'],
};

export const journeyCategories: readonly CategoryDef[] = [];
