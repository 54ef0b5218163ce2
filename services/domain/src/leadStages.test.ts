import { interactionFrom, type Interaction } from './interaction';
import { stageStays, stageTimes, wholeDays, type StageTime } from './leadStages';
import { leadStages } from './registry/leadStages';

const day = (n: number): number => Date.UTC(2026, 2, n);
let made = 0;
const changed = (n: number, Stage: string, PreviousStage = ''): Interaction =>
  interactionFrom({
    InternalMarketingInteractionId: `i${String(++made).padStart(3, '0')}`,
    InteractionType: 'LeadStageChanged',
    Timestamp: new Date(day(n)).toISOString(),
    Stage,
    ...(PreviousStage === '' ? {} : { PreviousStage }),
  });
const [inquiry, automated, acceptance] = leadStages as [string, string, string];
const daysIn = (times: readonly StageTime[]): unknown => times.map(({ stage, days }) => [stage, days]);

test('a stage lasts until the next one, whatever the order in which rows come', () => {
  const rows = [changed(5, automated, inquiry), changed(2, inquiry), changed(9, acceptance, automated)];
  expect(stageStays(rows, day(1))).toEqual([
    { stage: inquiry, from: day(2), until: day(5) },
    { stage: automated, from: day(5), until: day(9) },
    { stage: acceptance, from: day(9) },
  ]);
});

test('the stage before the first change began when the lead was created', () => {
  const rows = [changed(5, automated, inquiry)];
  expect(stageStays(rows, day(1))[0]).toEqual({ stage: inquiry, from: day(1), until: day(5) });
  expect(stageStays(rows, undefined)).toEqual([{ stage: automated, from: day(5) }]);
});

test('the same stage said again goes on, and other rows say nothing', () => {
  const other = interactionFrom({
    InteractionType: 'EmailOpened',
    Timestamp: new Date(day(4)).toISOString(),
    Stage: 'x',
  });
  expect(stageStays([changed(2, inquiry), changed(3, inquiry), other], undefined)).toEqual([
    { stage: inquiry, from: day(2) },
  ]);
});

test('days of a stage are those of all its stays; the process is told whole, stages of another after it', () => {
  const rows = [changed(1, inquiry), changed(4, automated), changed(6, inquiry), changed(7, 'Parked')];
  expect(daysIn(stageTimes(stageStays(rows, undefined), day(10)))).toEqual([
    [inquiry, 4],
    [automated, 2],
    ...leadStages.slice(2).map((stage) => [stage, 0]),
    ['Parked', 3],
  ]);
});

test('a lead in none of the process’s stages goes by its own', () => {
  expect(daysIn(stageTimes(stageStays([changed(1, 'New'), changed(2, 'Won')], undefined), day(4)))).toEqual([
    ['New', 1],
    ['Won', 2],
  ]);
  expect(stageTimes([], day(4))).toEqual([]);
});

test('a day that is not over does not count, nor does time that has not come', () => {
  expect([wholeDays(day(1), day(3) - 1), wholeDays(day(1), day(3)), wholeDays(day(3), day(1))]).toEqual([1, 2, 0]);
});
