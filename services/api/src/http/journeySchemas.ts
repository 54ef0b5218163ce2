import {
  namedTypeIds,
  recordTypeIds,
  volumeIds,
  type NamedType,
  type PipelineAnswer,
  type RecordType,
  type VolumeId,
  type WayAnswer,
} from '@record-insights/domain';
import { Type, type TObject } from '@sinclair/typebox';
import { countOfRows, kpi } from './panelSchemas';
import { count, freshness, instant, named, numberOrNull, oneOf, optional, text } from './schemas';

/** What the service sends of a customer journey's tiles. */

const record = Type.Object({
  type: oneOf<NamedType | RecordType>([...recordTypeIds, ...namedTypeIds]),
  id: text,
});

const volume = Type.Composite([countOfRows, Type.Object({ title: text })]);
const volumes = Type.Object(Object.fromEntries(volumeIds.map((id) => [id, volume]))) as TObject<
  Record<VolumeId, typeof volume>
>;

const version = Type.Object({
  version: oneOf(['A', 'B'] as const),
  sent: countOfRows,
  delivered: countOfRows,
  opensUnique: countOfRows,
  clicksUnique: countOfRows,
});

const abTest = Type.Object({
  state: oneOf(['draft', 'scheduled', 'inProgress', 'finished'] as const),
  metric: optional(oneOf(['clickThroughRate', 'openRate'] as const)),
  shares: Type.Object({ a: Type.Number(), b: Type.Number(), rest: Type.Number() }),
  winner: optional(oneOf(['A', 'B'] as const)),
  versions: optional(Type.Array(version)),
  confidence: optional(numberOrNull),
});

const tile = Type.Object({
  id: text,
  parent: optional(text),
  branch: optional(text),
  kind: text,
  kindTitle: text,
  icon: text,
  name: text,
  record: optional(record),
  items: Type.Array(Type.Object({ kind: text, kindTitle: text, icon: text, name: text, record: optional(record) })),
  volumes,
  kpis: Type.Array(Type.Composite([kpi, Type.Object({ percent: numberOrNull })])),
  paths: Type.Array(Type.Composite([countOfRows, Type.Object({ branch: text, title: text })])),
  abTest: optional(abTest),
});

export const pipelineAnswer = named<PipelineAnswer>()(
  'PipelineAnswer',
  Type.Object({
    journey: text,
    view: count,
    freshness,
    zone: text,
    live: optional(oneOf(['neverLive', 'live', 'stopped'] as const)),
    iterations: Type.Array(Type.Object({ iteration: text, startsAt: optional(instant) })),
    tiles: Type.Array(tile),
    notOnPipeline: countOfRows,
  }),
);

export const wayAnswer = named<WayAnswer>()(
  'WayAnswer',
  Type.Object({
    journey: text,
    contact: text,
    view: count,
    steps: Type.Array(
      Type.Object({
        iteration: text,
        tile: text,
        kindTitle: text,
        icon: text,
        name: text,
        cameAt: optional(instant),
        leftAt: optional(instant),
        outcome: oneOf(['processed', 'processing', 'stopped', 'expired'] as const),
        outcomeTitle: text,
      }),
    ),
  }),
);
