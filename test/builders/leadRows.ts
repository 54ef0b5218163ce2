import fc from 'fast-check';
import type { Delivered } from '../oracle/rows';
import { contacts, leads } from './histories';
import type { World } from './worlds';

const stages = ['Inquiry', 'Sales acceptance', 'Parked'];
const models = ['5f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0000', '5f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0001'];
const aDay = 24 * 60 * 60 * 1000;
const some = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values);

/** Rows of how leads grew, with the contact of the time or none, days before the world's now. */
export const leadRows: fc.Arbitrary<(world: World) => readonly Delivered[]> = fc
  .array(
    fc.record({
      daysAgo: fc.nat(4),
      cells: fc.record({
        InteractionType: fc.constantFrom('LeadStageChanged', 'LeadScored'),
        LeadId: fc.constantFrom(...leads),
        ContactId: some(...contacts),
        VisitorId: some('v-7'),
        Stage: some(...stages),
        PreviousStage: some(...stages),
        ScoringModelId: some(...models),
        Score: fc.constantFrom('7', '-3', '80', 'many', ''),
        Grade: some('A', 'B'),
        SalesReady: some('True', 'False'),
      }),
    }),
    { maxLength: 8, size: 'max' },
  )
  .map((rows) => {
    const inWorld = ({ now }: World): readonly Delivered[] =>
      rows.map(({ daysAgo, cells }, n) => ({
        row: {
          ...cells,
          InternalMarketingInteractionId: `lead-row-${n}`,
          Timestamp: new Date(now - daysAgo * aDay).toISOString(),
        },
        folder: undefined,
        receivedAt: now,
      }));
    return Object.assign(inWorld, { [fc.toStringMethod]: () => JSON.stringify(rows) });
  });
