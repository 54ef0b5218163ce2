import { interactionFrom, type Interaction } from './interaction';
import { gradeOf, scoresByModel } from './leadScores';

const day = (n: number): number => Date.UTC(2026, 2, n);
let made = 0;
const scored = (
  n: number,
  ScoringModelId: string,
  Score: string,
  more: Readonly<Record<string, string>> = {},
): Interaction =>
  interactionFrom({
    InternalMarketingInteractionId: `i${String(++made).padStart(3, '0')}`,
    InteractionType: 'LeadScored',
    Timestamp: new Date(day(n)).toISOString(),
    ScoringModelId,
    Score,
    ...more,
  });

test('each model’s last score, grade and readiness hold, whatever the order in which rows come', () => {
  const rows = [
    scored(5, 'a', '40', { Grade: 'B', SalesReady: 'True' }),
    scored(2, 'a', '12', { Grade: 'D', SalesReady: 'False' }),
    scored(6, 'b', '-3.5'),
  ];
  expect(scoresByModel(rows)).toEqual([
    { model: 'b', points: [{ at: day(6), score: -3.5 }], salesReady: false },
    {
      model: 'a',
      points: [
        { at: day(2), score: 12 },
        { at: day(5), score: 40 },
      ],
      grade: 'B',
      salesReady: true,
    },
  ]);
});

test('rows without a number or a model tell no score', () => {
  const rows = [
    scored(1, 'a', 'many'),
    scored(2, 'a', ' '),
    interactionFrom({ InteractionType: 'LeadScored', Score: '3' }),
  ];
  expect(scoresByModel(rows)).toEqual([]);
});

test('a grade is found in the ranges of its model', () => {
  const grades = [{ grade: 'C', from: 0 }, { grade: 'A', from: 80 }, { grade: 'B', from: 30 }, 'x', { from: 90 }];
  const model = { kind: 'scoringModel', id: 'm', op: 'upsert', at: 0, fields: { grades } } as const;
  expect([80, 79.9, 30, 0, -1].map((score) => gradeOf(model, score))).toEqual(['A', 'B', 'B', 'C', undefined]);
  expect(gradeOf(undefined, 50)).toBeUndefined();
});
