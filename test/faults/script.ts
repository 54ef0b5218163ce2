import fc from 'fast-check';
import type { Delivery } from '@record-insights/api/service';
import type { CommandKind } from '@record-insights/api/sequence/commands';
import { batchesOf, cuts, type Batch } from '../builders/cuts';
import { contacts, histories } from '../builders/histories';
import { items, type SentItem } from '../builders/items';
import { questions, type Asked } from '../builders/questions';
import type { Delivered } from '../oracle/rows';

/** What is sent in a simulation, and what is asked at its end. */
export interface Script {
  readonly zone: string;
  /** What right clocks show. */
  readonly now: number;
  readonly deliveries: readonly Delivered[];
  readonly batches: readonly SentBatch[];
  /** What CRM tells of records amid the rows. */
  readonly items: readonly SentItem[];
  readonly commands: readonly CommandKind[];
  /** Contacts who are erased at some time, each on its own. */
  readonly erased: readonly string[];
  readonly questions: readonly Asked[];
}

/** What a source sends before it goes on. */
export interface SentBatch {
  readonly deliveries: readonly Delivery[];
  /** The source then waits until all is counted. */
  readonly settled: boolean;
}

/** Later than all rows by more than clocks jump, so that it is the same rows that are refused whatever the clocks show. */
const lead = 60 * 24 * 60 * 60 * 1000;

const scripts: fc.Arbitrary<Script> = fc
  .record({
    history: histories,
    cut: cuts,
    commands: fc.oneof(
      { weight: 19, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom<CommandKind>('rebuild', 'reclassify'), { maxLength: 2 }) },
    ),
    erased: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...contacts]) },
    ),
    isCrowded: fc.boolean(),
    told: items,
    asked: fc.array(questions, { minLength: 1, maxLength: 2 }),
  })
  .map(({ history: { world, deliveries }, cut, commands, erased, asked, isCrowded, told }) => {
    const now = world.now + lead;
    const received = deliveries.map(({ row, folder }) => ({
      row: isCrowded ? crowded(row) : row,
      folder,
      receivedAt: now,
    }));
    return {
      zone: world.zone,
      now,
      deliveries: received,
      batches: batchesOf(received, { ...cut, sizes: cut.sizes.map((size) => Math.ceil(size / 4)) }).map(sentBatch),
      items: told,
      commands,
      erased,
      questions: asked.map((askedIn) => askedIn(world)),
    };
  });

export function scriptOf(seed: number): Script {
  const [script] = fc.sample(fc.noBias(scripts), { seed, numRuns: 1 });
  if (!script) throw new Error('No script');
  return script;
}

/** Rows of one delivery come out of one folder. */
const sentBatch = ({ deliveries, settled }: Batch): SentBatch => ({
  settled,
  deliveries: [...new Set(deliveries.map(({ folder }) => folder))].map((folder) => ({
    folder,
    rows: deliveries.filter((delivered) => delivered.folder === folder).map(({ row }) => row),
  })),
});

const oneMessage = '4f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0000';

/** The row about the one message, if it is about any: so that many rows meet in few cells. */
const crowded = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'MessageId' in row ? { ...row, MessageId: oneMessage } : row;
