import type { Instant } from '@record-insights/domain';
import { dayLength, hour, second } from './calendar';
import { diceOf, type Dice } from './dice';
import type { Lead } from './leadRecords';
import { fillIn } from './visits';
import { visitorOf } from './web';
import { personCells, type World } from './world';

/** The stages of the vendor's lead process, in order. */
export const stages = [
  'Inquiry',
  'Automated marketing qualification',
  'Teleprospecting acceptance',
  'Teleprospecting qualification',
  'Sales acceptance',
] as const;

/** Grades of scores, as continuous ranges, the best first; no score is below the last. */
export const grades: readonly { readonly grade: string; readonly from: number }[] = [
  { grade: 'A', from: 80 },
  { grade: 'B', from: 55 },
  { grade: 'C', from: 30 },
  { grade: 'D', from: -1000 },
];

/** The grade of a score. */
const gradeOf = (score: number): string => grades.find(({ from }) => score >= from)?.grade ?? '';

/** Lets the leads of the day begin, and lives their lives ahead. */
export function leadsDay(world: World, day: number): void {
  const { calendar } = world;
  for (const lead of world.leads.all) {
    if (calendar.indexOf(lead.created) === day) begin(world, lead);
  }
}

function begin(world: World, lead: Lead): void {
  const dice = diceOf(world.seed, 'leadLife', lead.id);
  if (lead.person && lead.page) fillIn(world, visitorOf(lead.person), lead.page, lead.created);
  progress(world, lead, dice);
  for (const model of world.catalogue.scoringModels.values()) {
    if (model.state !== 'draft' && dice.chance(0.7)) score(world, lead, model, dice);
  }
}

const cellsOf = (lead: Lead, at: Instant): Readonly<Record<string, string>> => ({
  LeadId: lead.id,
  ...(lead.person ? personCells(lead.person, at) : { AccountId: lead.account?.id ?? '' }),
});

/** From stage to stage, each harder to leave than the one before; a few fall back once. */
function progress(world: World, lead: Lead, dice: Dice): void {
  let at = lead.created + dice.int(5, 300) * second;
  let previous = '';
  for (const stage of stagesOf(dice)) {
    world.outbox.emit('LeadStageChanged', at, { ...cellsOf(lead, at), Stage: stage, PreviousStage: previous });
    at += Math.floor(dice.wait(12 * dayLength) / second) * second + hour;
    previous = stage;
  }
}

function stagesOf(dice: Dice): readonly string[] {
  const reached = stages.slice(0, 1 + dice.streak(0.65, stages.length - 1));
  return reached.length > 1 && dice.chance(0.06) ? [...reached, stages[0], reached[1] ?? stages[1]] : reached;
}

/** A score that wanders, upward more often than down, and calls the lead ready once over the threshold. */
function score(world: World, lead: Lead, model: { id: string; threshold: number }, dice: Dice): void {
  let points = dice.int(5, 30);
  let ready = false;
  let at = lead.created + dice.int(300, 3600) * second;
  for (let round = 2 + dice.streak(0.85, 14); round > 0; round -= 1) {
    ready ||= points >= model.threshold;
    world.outbox.emit('LeadScored', at, {
      ...cellsOf(lead, at),
      ScoringModelId: model.id,
      Score: String(points),
      Grade: gradeOf(points),
      SalesReady: ready ? 'True' : 'False',
    });
    points += dice.int(-8, 18);
    at += Math.floor(dice.wait(9 * dayLength) / second) * second + 10 * second;
  }
}
