import fc from 'fast-check';
import type { Delivered } from '../oracle/rows';
import { cyclic } from './cyclic';

/** A journey and all that was delivered of it, in no order that means anything. */
export interface JourneyHistory {
  readonly definition: readonly Activity[];
  readonly deliveries: readonly Delivered[];
  /** The service's clock. */
  readonly now: number;
}

interface Item {
  readonly ItemId: string;
  readonly ActivityTypeId: string;
  readonly Name: string;
  readonly ActivityItemId: string;
}

/** A tile as the vendor's designer keeps it. */
export interface Activity {
  readonly ActivityTypeId: string;
  readonly ActivityId: string;
  readonly ParentActivityId?: string;
  readonly ParentBranchId: number;
  readonly ParentRelationshipType: string;
  readonly Properties: { readonly Items: readonly Item[] };
}

const guid = (kind: number, n: number): string => `${kind}c0a1c5e-6a34-4c8e-9f5e-5a3d3a1f${String(n).padStart(4, '0')}`;

export const journey = guid(2, 0);
export const iterations = [guid(3, 0), guid(3, 1)];
export const people = [guid(1, 0), guid(1, 1), guid(1, 2)];
const messages = [guid(4, 0), guid(4, 1)];
const now = Date.parse('2026-11-23T13:00:00Z');

/** What tells that a person is done with a tile of a kind. */
const doneTypes: Readonly<Record<string, readonly string[]>> = {
  Segment: ['PassThroughActivityContactProcessed'],
  Email: ['ActivityContactDispatched', 'EmailSent', 'EmailBlockedByUser', 'EmailSendingFailed', 'OutOfEmailCredits'],
  Event: ['PassThroughActivityContactProcessed'],
  Trigger: ['TriggerActivityContactProcessed'],
  Splitter: ['SplitterActivityContactProcessed'],
  Scheduler: ['SchedulerActivityContactProcessed'],
  CreateLead: ['CreateLeadActivityContactProcessed'],
  CustomChannel: ['CreateCustomChannelActivityContactProcessed', 'CustomChannelResponse'],
  Carousel: ['PassThroughActivityContactProcessed', 'TriggerActivityContactProcessed'],
};
const stops = [
  'ActivityContactBlocked',
  'ActivityContactBlockedConsent',
  'ActivityContactBlockedSuppression',
  'ActivityContactProcessingFailed',
];
const others = ['EmailOpened', 'EmailClicked', 'EmailDelivered', 'EmailHardBounced', 'LeadScoreBoost', 'FaxReceived'];
const expiries = ['ActivityContactExpired', 'EmailBlockedByActivityExpiration'];
const reasons = ['Left the subscription list', 'Stopped by an administrator', ''];

const kinds = [...Object.keys(doneTypes), 'Email', 'Trigger', 'Splitter', 'SplitterBranch'];

const node = fc.record({
  kind: fc.constantFrom(...kinds),
  under: fc.nat(99),
  relation: fc.constantFrom('yesBranch', 'noBranch', 'Default'),
  nested: fc.nat(2),
});
type Drawn<A> = A extends fc.Arbitrary<infer One> ? One : never;
type Node = Drawn<typeof node>;

/** A tree of some tiles; wherever people go one way only, mostly one tile follows. */
const definitions: fc.Arbitrary<readonly Activity[]> = fc
  .record({ root: fc.boolean(), nodes: fc.array(node, { minLength: 1, maxLength: 9 }) })
  .map(({ root, nodes }) => {
    const made: Activity[] = root
      ? [activityOf({ kind: 'bpf_root', under: 0, relation: 'Default', nested: 0 }, [], 0)]
      : [];
    for (const one of nodes) made.push(activityOf(one, made, made.length));
    return made;
  });

function activityOf({ kind, under, relation, nested }: Node, before: readonly Activity[], n: number): Activity {
  const parent = before.length === 0 ? undefined : cyclic([...before].reverse(), under % 3);
  const order = before.filter(({ ParentActivityId }) => ParentActivityId === parent?.ActivityId).length;
  const ways = parent?.ActivityTypeId === 'Trigger' || parent?.ActivityTypeId === 'Carousel';
  return {
    ActivityTypeId: kind,
    ActivityId: parent ? `${parent.ActivityId}_${order}` : '01',
    ...(parent ? { ParentActivityId: parent.ActivityId } : {}),
    ParentBranchId: order,
    ParentRelationshipType: ways ? relation : 'Default',
    Properties: {
      Items: Array.from({ length: 1 + nested }, (_, i) => ({
        ItemId: guid(8, n * 10 + i),
        ActivityTypeId: i === 0 ? kind : 'LandingPage',
        Name: `${kind} ${n} ${i}`,
        ActivityItemId: guid(9, n * 10 + i),
      })),
    },
  };
}

/** A person's way: at each tile what happens there. */
const walk = fc.record({
  who: fc.nat(2),
  iteration: fc.nat(1),
  begins: fc.nat(10).map((hours) => hours * 60),
  decisions: fc.array(fc.nat(19), { minLength: 1, maxLength: 12 }),
});

/** A row about any tile, or about none that there is. */
const stray = fc.record({
  who: fc.nat(2),
  iteration: fc.nat(1),
  at: fc.nat(20).map((hours) => hours * 60),
  type: fc.constantFrom(...Object.values(doneTypes).flat(), ...stops, ...expiries, ...others),
  tile: fc.nat(14),
  byItem: fc.boolean(),
  path: fc.constantFrom(undefined, 'yesBranch', 'no', 'perhaps', 'child'),
  reason: fc.constantFrom(...reasons),
  usage: fc.constantFrom(undefined, undefined, undefined, 'TestSend'),
});

/** A later Version of a row, of another type or at another tile. */
const correction = fc.record({ of: fc.nat(99), by: stray });

type Cells = Readonly<Record<string, string | undefined>>;

export const journeyHistories: fc.Arbitrary<JourneyHistory> = fc
  .record({
    definition: definitions,
    walks: fc.array(walk, { minLength: 1, maxLength: 5 }),
    strays: fc.array(stray, { maxLength: 6 }),
    corrections: fc.array(correction, { maxLength: 2 }),
  })
  .map(({ definition, walks, strays, corrections }): JourneyHistory => {
    const rows = [
      ...walks.flatMap((one) => walked(definition, one)),
      ...strays.map((one) => strayed(definition, one)),
    ].map((cells, n): Cells => ({ ...cells, InternalMarketingInteractionId: `i${n}` }));
    const corrected = corrections.flatMap(({ of, by }): Cells[] => {
      const id = rows[of % Math.max(1, rows.length)]?.['InternalMarketingInteractionId'];
      return id === undefined ? [] : [{ ...strayed(definition, by), InternalMarketingInteractionId: id, Version: '2' }];
    });
    return { definition, now, deliveries: [...rows, ...corrected].map((row) => ({ row, receivedAt: now })) };
  });

const timeOf = (minutes: number): string => new Date(now - (10_000 - minutes) * 60_000).toISOString();

const common = (who: number, iteration: number, tile: string, at: number): Cells => ({
  ContactId: people[who],
  CustomerJourneyId: journey,
  CustomerJourneyIterationId: iterations[iteration],
  ActivityId: tile,
  Timestamp: timeOf(at),
});

const mailOf = (type: string, tile: string, who: number): Cells =>
  type.startsWith('Email') || type.startsWith('OutOf')
    ? { MessageId: messages[tile.length % 2], SendingId: `s ${tile} ${who}` }
    : {};

function walked(
  definition: readonly Activity[],
  { who, iteration, begins, decisions }: Drawn<typeof walk>,
): readonly Cells[] {
  const rows: Cells[] = [];
  let n = 0;
  const visit = (activity: Activity, at: number): void => {
    const decision = cyclic(decisions, n++);
    const tile = activity.ActivityId;
    const add = (type: string, minutes: number, more: Cells = {}): void => {
      rows.push({
        InteractionType: type,
        ...common(who, iteration, tile, at + minutes),
        ...mailOf(type, tile, who),
        ...more,
      });
    };
    if (decision === 0) add(cyclic(stops, begins), 1, { Reason: cyclic(reasons, begins) });
    if (decision < 2) return;
    const isEmail = activity.ActivityTypeId === 'Email';
    const children = definition.filter(({ ParentActivityId }) => ParentActivityId === tile);
    const way = children[decision % Math.max(1, children.length)];
    const done = doneTypes[activity.ActivityTypeId] ?? [];
    if (isEmail && decision === 2) add('ActivityContactExpired', 1);
    else if (done.length > 0)
      add(cyclic(done, decision), 2, {
        Path: activity.ActivityTypeId === 'Trigger' ? (way?.ParentRelationshipType ?? 'yesBranch') : undefined,
        NextActivityId: activity.ActivityTypeId === 'Splitter' ? way?.ActivityId : undefined,
      });
    if (isEmail && decision % 2 === 0) {
      add('EmailDelivered', 3);
      add('EmailOpened', 4);
      if (decision % 4 === 0) add('EmailClicked', 5, { LinkId: guid(7, 1) });
    }
    const next = children.filter((child) => child === way || child.ParentRelationshipType === 'Default');
    const one = activity.ActivityTypeId === 'Splitter' ? children.filter((child) => child === way) : next;
    for (const child of one) visit(child, at + 60);
  };
  const [first] = definition;
  if (first) visit(first, begins);
  return rows;
}

function strayed(
  definition: readonly Activity[],
  { who, iteration, at, type, tile, byItem, path, reason, usage }: Drawn<typeof stray>,
): Cells {
  const activity = definition[tile];
  const child = definition.find(({ ParentActivityId }) => ParentActivityId === activity?.ActivityId)?.ActivityId;
  const [item] = activity?.Properties.Items ?? [];
  const named = byItem ? (item?.ActivityItemId ?? '') : (activity?.ActivityId.toUpperCase() ?? '');
  const text = named === '' ? cyclic(['gone', ''], tile) : named;
  return {
    InteractionType: type,
    ...common(who, iteration, text, at),
    ...mailOf(type, text, who),
    Path: path === 'child' ? undefined : path,
    NextActivityId: path === 'child' ? child : undefined,
    Reason: reason,
    UsageType: usage,
  };
}
