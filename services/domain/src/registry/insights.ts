import { accountCategories } from './accountCategories';
import { accountCard, contactCard, leadCard } from './cards';
import { contactCategories } from './contactCategories';
import type { CounterId } from './counters';
import type { DimensionId } from './dimensions';
import { emailCategories } from './emailCategories';
import type { KpiId } from './kpis';
import { leadCategories } from './leadCategories';
import { formCategories, pageCategories, redirectUrlCategories, websiteCategories } from './siteCategories';
import { journeyCategories, journeyPipeline } from './journeyCategories';
import type { ListColumnId } from './listColumns';
import type { NamedType, RecordType } from './recordTypes';
import type { Settings, SwitchName } from './settings';

/** One widget of a category. A new kind of panel is one member here and one renderer in the control. */
export type PanelDef = AnyPanelDef & {
  /** It is shown only where this setting is on. */
  readonly onlyWhen?: SwitchName;
};

type AnyPanelDef =
  | {
      readonly kind: 'kpiTiles';
      readonly id: string;
      readonly title?: string;
      readonly kpis: readonly KpiId[];
      readonly compact?: boolean;
    }
  | {
      readonly kind: 'timeline';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'breakdown';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'byDay';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly kpis: readonly KpiId[];
    }
  | {
      readonly kind: 'list';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
      /** It has columns for the full width. */
      readonly wide?: boolean;
    }
  | {
      readonly kind: 'onNow';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      /** Counters of the rows that put a person on a list, and that take the person off it. */
      readonly joins: CounterId;
      readonly leaves: CounterId;
      /** What such a list is in CRM. */
      readonly record: NamedType;
    }
  | {
      readonly kind: 'byHour';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly list: ListId;
    }
  | {
      readonly kind: 'people';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      /** All that they did or were sent: what a person's number counts. */
      readonly list: ListId;
      /** What they did themselves: by it they are ranked, and its last is told. */
      readonly acts: CounterId;
    }
  /** A lead's stages and scores on one time axis. Dates do not filter it. */
  | { readonly kind: 'leadProgress'; readonly id: string; readonly title: string; readonly tooltip: string }
  /** What each scoring model makes of a lead now. */
  | { readonly kind: 'leadScores'; readonly id: string; readonly title: string; readonly tooltip: string }
  | { readonly kind: 'reactionTimes'; readonly id: string; readonly title: string; readonly tooltip: string }
  | { readonly kind: 'sendTimes'; readonly id: string; readonly title: string; readonly tooltip: string }
  | HeadlineDef
  /** Steps that people pass one after the other. */
  | {
      readonly kind: 'funnel';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly kpis: readonly KpiId[];
    }
  /** KPIs by the values of a dimension; by the first they are ranked, and it opens the rows of a value. */
  | {
      readonly kind: 'values';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly dimension: DimensionId;
      readonly kpis: readonly KpiId[];
      readonly shows: 'bars' | 'table';
      /** So many at most. */
      readonly most?: number;
      /** Dates do not filter it. */
      readonly anyTime?: boolean;
    }
  /** Where the rows of a KPI were done. */
  | { readonly kind: 'map'; readonly id: string; readonly title: string; readonly tooltip: string; readonly kpi: KpiId }
  /** What became of messages, as a tree. */
  | {
      readonly kind: 'results';
      readonly id: string;
      readonly title: string;
      readonly tooltip: string;
      readonly results: readonly ResultDef[];
    }
  /** A message as it looked, and what was clicked in it. Dates do not filter it. */
  | { readonly kind: 'heatMap'; readonly id: string; readonly title: string; readonly tooltip: string };

export interface ResultDef {
  readonly counter: CounterId;
  /** What it is made of: other results, or its rows by interaction type. */
  readonly parts?: readonly ResultDef[] | 'types';
  /** Of parts by type: those that are listed even where they do not occur, first and in this order. */
  readonly always?: readonly string[];
  /** Of parts by type: what the counter's generic types say more, by the values of this dimension. */
  readonly inWords?: DimensionId;
}

/** A tile that says in words what grids show. */
export type HeadlineDef = {
  readonly kind: 'headline';
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
} & (
  | { readonly headline: 'bestTime' }
  | { readonly headline: 'usualTime'; readonly list: ListId }
  | { readonly headline: 'usualWait' }
);

export type HeadlineId = HeadlineDef['headline'];

export type PanelKind = PanelDef['kind'];

/** One part of the card on a record's Summary. A new kind is one member here and one renderer in the card. */
export type CardPanelDef =
  | {
      readonly kind: 'weeks';
      readonly id: string;
      readonly list: ListId;
      /** Weeks of 7 days that are counted, the last of which ends today. */
      readonly weeks: number;
      /** The number beside them is that of so many of the last weeks, compared with as many before. */
      readonly headline: number;
    }
  | {
      readonly kind: 'latest';
      readonly id: string;
      readonly list: ListId;
      /** Lines at most. */
      readonly lines: number;
      /** Column of the list that names who did it, where it is not the record itself. */
      readonly who?: ListColumnId;
    };

export type CardPanelKind = CardPanelDef['kind'];

/** A list of rows: `recordType.counter`; every KPI that is nothing but a counter has the list of that name. */
export type ListId = `${RecordType}.${CounterId}`;

export interface CategoryDef {
  readonly id: string;
  readonly title: string;
  /** The period that it shows until a user chooses one, where 30 days tell too little. */
  readonly preset?: PresetId;
  /** Dates filter none of its panels, so that it has no period to choose. */
  readonly anyTime?: true;
  readonly panels: readonly PanelDef[];
}

/** Periods that are one click away. */
export const presetIds = ['days7', 'days30', 'days90', 'months12'] as const;

export type PresetId = (typeof presetIds)[number];

/** The panels that are shown under these settings. */
export const panelsShown = <P extends { readonly kind: string; readonly onlyWhen?: SwitchName }>(
  panels: readonly P[],
  settings: Settings,
): readonly P[] => panels.filter(({ onlyWhen }) => onlyWhen === undefined || settings[onlyWhen] === 'on');

/** What the Summary of a record shows of it: asked for as a category is, over all that is shown, and in no navigator. */
export interface CardDef {
  readonly id: string;
  readonly panels: readonly CardPanelDef[];
}

/** What can be chosen above the panels, besides the period. */
export const filterIds = ['usage', 'parts', 'verdict', 'scope'] as const;

/** `usage`: where it was used; `parts`: the iterations and tiles of the journey that it is. */
export type FilterId = (typeof filterIds)[number];

/**
 * `self`: the record is the person. `members`: the contacts that belong to the account, as CRM's directory tells. `own`:
 * whoever stands behind the rows that name the lead. `all`: whoever rows name together with the record, be they very
 * many; its numbers are kept added up.
 */
export type PeopleOf = 'self' | 'members' | 'own' | 'all';

/** What is shown of the tiles that people pass, in a pipeline. */
export interface PipelineDef {
  /** Counts whom its volumes tell apart, by what their rows say of tiles. */
  readonly people: CounterId;
  /** Counts the rows that name a tile. */
  readonly rows: CounterId;
  /** Of tiles that send a message. */
  readonly kpis: readonly KpiId[];
  /** Of a message that is sent in two versions, by version. */
  readonly versions: readonly CounterId[];
}

export interface InsightsDef {
  readonly filters: readonly FilterId[];
  /** Whose rows count: those of the person that the record is, or of its members together. */
  readonly people: PeopleOf;
  readonly categories: readonly CategoryDef[];
  /** It is read through another record, whose type's numbers and lists it shows: the directory tells which. */
  readonly readThrough?: { readonly fact: 'lead'; readonly countsAs: RecordType };
  /** Only of record types whose Summary has the card. */
  readonly card?: CardDef;
  readonly pipeline?: PipelineDef;
}

/** Record type → categories and card → panels, for the record types that have insights. */
export const insights: Readonly<Partial<Record<RecordType, InsightsDef>>> = {
  contact: { filters: ['verdict'], people: 'self', categories: contactCategories, card: contactCard },
  account: { filters: ['scope', 'verdict'], people: 'members', categories: accountCategories, card: accountCard },
  lead: {
    filters: ['verdict'],
    people: 'own',
    categories: leadCategories,
    readThrough: { fact: 'lead', countsAs: 'contact' },
    card: leadCard,
  },
  email: { filters: ['usage', 'verdict'], people: 'all', categories: emailCategories },
  page: { filters: ['usage'], people: 'all', categories: pageCategories },
  form: { filters: ['usage'], people: 'all', categories: formCategories },
  website: { filters: [], people: 'all', categories: websiteCategories },
  redirectUrl: { filters: ['usage'], people: 'all', categories: redirectUrlCategories },
  journey: {
    filters: ['parts', 'verdict'],
    people: 'all',
    categories: journeyCategories,
    pipeline: journeyPipeline,
  },
};

/** The record type whose numbers and lists a record has: its own, or that of the record that it is read through. */
export const countedAs = (recordType: RecordType): RecordType =>
  insights[recordType]?.readThrough?.countsAs ?? recordType;
