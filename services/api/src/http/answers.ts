import {
  directoryKindIds,
  directoryOperations,
  leftOut,
  listColumnShapes,
  listColumns,
  namedTypeIds,
  presetIds,
  recordTypeIds,
  refusals,
  scopes,
  settingNames,
  type CatalogueAnswer,
  type ErasureAnswer,
  type ExplainAnswer,
  filterIds,
  type GlossaryAnswer,
  type IngestAnswer,
  type InsightsAnswer,
  type LeftOut,
  type ListAnswer,
  type ListColumnId,
  type ListColumnShape,
  type PersonAnswer,
  type PresetId,
  type RefusalCode,
  type RefusedAnswer,
  type Scope,
  type SettingsAnswer,
  type StatusAnswer,
} from '@record-insights/domain';
import { Type } from '@sinclair/typebox';
import { counterId, kpiId, listId, listRow, panel, panelDef, rows, ruleId, unit } from './panelSchemas';
import { pipelineAnswer, wayAnswer } from './journeySchemas';
import { count, day, freshness, instant, named, oneOf, optional, progress, text } from './schemas';

/** What the service sends, as its documentation shows it and as it is written out. */

const recordType = oneOf(recordTypeIds);
const refusalCode = oneOf(Object.keys(refusals) as RefusalCode[]);

const period = Type.Object({ from: day, to: day });

const machines = Type.Array(
  Type.Object({
    counter: counterId,
    title: oneOf(['opens', 'clicks'] as const),
    count,
    rows,
    reasons: Type.Array(Type.Object({ rule: ruleId, title: text, count, rows })),
  }),
);

const insightsAnswer = named<InsightsAnswer>()(
  'InsightsAnswer',
  Type.Object({
    record: Type.Object({ type: recordType, id: text }),
    through: optional(
      Type.Object({ type: oneOf(['contact', 'account', 'own', 'merged'] as const), id: optional(text) }),
    ),
    category: text,
    period,
    previousPeriod: period,
    shownFrom: day,
    clamped: Type.Boolean(),
    erased: optional(Type.Literal(true)),
    zone: text,
    view: count,
    freshness,
    rulesVersion: count,
    usages: optional(
      Type.Array(
        Type.Object({
          journey: text,
          iterations: Type.Array(Type.Object({ iteration: text, startsAt: optional(instant) })),
          tiles: Type.Array(Type.Object({ tile: text, name: optional(text) })),
        }),
      ),
    ),
    live: optional(oneOf(['neverLive', 'live', 'stopped'] as const)),
    noRows: optional(Type.Literal(true)),
    leftOut: machines,
    people: optional(Type.Object({ count, scope: oneOf(Object.keys(scopes) as Scope[]) })),
    panels: Type.Array(panel),
  }),
);

const listAnswer = named<ListAnswer>()(
  'ListAnswer',
  Type.Object({
    list: text,
    title: text,
    oneRowIs: text,
    timeTitle: text,
    columns: Type.Array(
      Type.Object({ id: text, title: text, shows: optional(oneOf<ListColumnShape>(listColumnShapes)) }),
    ),
    total: count,
    view: count,
    rows: Type.Array(listRow),
    next: optional(Type.String({ description: 'Relative address of the next page.' })),
  }),
);

const explainAnswer = named<ExplainAnswer>()(
  'ExplainAnswer',
  Type.Object({
    kpi: kpiId,
    view: count,
    parts: Type.Array(
      Type.Object({
        counter: counterId,
        title: text,
        received: count,
        leftOut: Type.Array(Type.Object({ reason: oneOf(Object.keys(leftOut) as LeftOut[]), title: text, count })),
        value: count,
      }),
    ),
  }),
);

const listColumnId = oneOf(Object.keys(listColumns) as ListColumnId[]);
const cardPanelDef = Type.Union([
  Type.Object({ kind: Type.Literal('weeks'), id: text, list: listId, weeks: count, headline: count }),
  Type.Object({ kind: Type.Literal('latest'), id: text, list: listId, lines: count, who: optional(listColumnId) }),
]);
const recordTable = Type.Object({ table: text, set: text, key: text, name: text });

const catalogueAnswer = named<CatalogueAnswer>()(
  'CatalogueAnswer',
  Type.Object({
    recordTypes: Type.Array(
      Type.Object({
        id: recordType,
        title: text,
        table: recordTable,
        filters: Type.Array(oneOf(filterIds)),
        categories: Type.Array(
          Type.Object({
            id: text,
            title: text,
            preset: optional(oneOf<PresetId>(presetIds)),
            anyTime: optional(Type.Literal(true)),
            panels: Type.Array(panelDef),
          }),
        ),
        card: optional(Type.Object({ id: text, panels: Type.Array(cardPanelDef) })),
      }),
    ),
    named: Type.Array(Type.Object({ id: oneOf(namedTypeIds), title: text, table: recordTable })),
    texts: Type.Record(Type.String(), text),
  }),
);

const glossaryAnswer = named<GlossaryAnswer>()(
  'GlossaryAnswer',
  Type.Object({
    entries: Type.Array(
      Type.Object({
        id: text,
        title: text,
        tooltip: text,
        formula: text,
        rule: optional(text),
        unit,
        empty: text,
        example: text,
      }),
    ),
    verdicts: Type.Array(
      Type.Object({
        id: ruleId,
        title: text,
        because: text,
        verdict: oneOf(['human', 'machine', 'unknown'] as const),
        judges: Type.Array(text),
      }),
    ),
  }),
);

const ingestAnswer = named<IngestAnswer>()(
  'IngestAnswer',
  Type.Object({
    batch: text,
    accepted: count,
    refused: Type.Array(Type.Object({ index: count, code: refusalCode, field: text, message: text })),
  }),
);

const refusedAnswer = named<RefusedAnswer>()(
  'RefusedAnswer',
  Type.Object({
    total: count,
    rows: Type.Array(
      Type.Object({ id: text, code: refusalCode, field: text, message: text, receivedAt: instant, row: text }),
    ),
    next: optional(Type.String({ description: 'The cursor of the next page.' })),
  }),
);

const replayAnswer = named<{ readonly accepted: number; readonly refused: number }>()(
  'ReplayAnswer',
  Type.Object({ accepted: count, refused: count }),
);

const statusAnswer = named<StatusAnswer>()(
  'StatusAnswer',
  Type.Object({
    view: count,
    waiting: count,
    refused: count,
    interactions: count,
    testSends: count,
    dropped: count,
    erased: count,
    freshness,
  }),
);

const erasureAnswer = named<ErasureAnswer>()(
  'ErasureAnswer',
  Type.Object({
    erasure: Type.String({ description: 'Name under which the certificate is found.' }),
    certificate: optional(
      Type.Object({
        finishedAt: instant,
        people: count,
        visitors: count,
        rowsOverwritten: count,
        refusedRowsRemoved: count,
        rowsSearched: count,
        found: count,
      }),
    ),
  }),
);

const personAnswer = named<PersonAnswer>()(
  'PersonAnswer',
  Type.Object({
    contact: text,
    rows: Type.Array(Type.Record(Type.String(), text)),
    facts: Type.Array(
      Type.Object({
        kind: oneOf(directoryKindIds),
        id: text,
        op: oneOf(directoryOperations),
        at: instant,
        fields: Type.Record(Type.String(), Type.Unknown()),
      }),
    ),
    view: count,
  }),
);

const settingValue = Type.Unsafe<string | number>({ type: ['string', 'number'] });
const settingsAnswer = named<SettingsAnswer>()(
  'SettingsAnswer',
  Type.Object({
    settings: Type.Array(
      Type.Object({
        name: oneOf(settingNames),
        title: text,
        description: text,
        type: oneOf(['text', 'number', 'choice'] as const),
        options: optional(Type.Array(Type.Object({ value: text, title: text }))),
        default: settingValue,
        value: settingValue,
        whoMayChange: text,
        cost: oneOf(['none', 'rebuild'] as const),
      }),
    ),
    rebuilding: optional(progress),
  }),
);

export const answers = {
  insights: insightsAnswer,
  pipeline: pipelineAnswer,
  way: wayAnswer,
  list: listAnswer,
  explain: explainAnswer,
  catalogue: catalogueAnswer,
  glossary: glossaryAnswer,
  ingest: ingestAnswer,
  refused: refusedAnswer,
  replay: replayAnswer,
  status: statusAnswer,
  erasure: erasureAnswer,
  person: personAnswer,
  settings: settingsAnswer,
} as const;
