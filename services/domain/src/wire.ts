import type { Scope } from './counting';
import type { CounterDef, CounterId } from './registry/counters';
import type { CardDef, CategoryDef, FilterId } from './registry/insights';
import type { DirectoryOperation } from './directory';
import type { DirectoryKind } from './registry/directoryKinds';
import type { KpiId } from './registry/kpis';
import type { LeftOut } from './registry/leftOut';
import type { Kind, Verdict } from './registry/interactionTypes';
import type { NamedType, RecordTable, RecordType } from './registry/recordTypes';
import type { RefusalCode } from './refusals';
import type { ProblemCode } from './problems';
import type { SettingName } from './registry/settings';
import type { ListColumnShape } from './registry/listColumns';
import type { ReactionCell } from './reactionTimes';
import type { SendTimeCell } from './sendTimes';
import type { SubmittedValue } from './submittedValues';
import type { UsualTime } from './usualTime';
import type { HourCount, WeekHour } from './weekHours';
import type { VerdictRuleId } from './registry/verdictRules';

/** What the service sends. Days are `YYYY-MM-DD` of the organisation, instants ISO 8601 in UTC. */

export interface PeriodAnswer {
  readonly from: string;
  readonly to: string;
}

export interface Freshness {
  /** Everything received by this instant is counted. */
  readonly countedUntil: string;
  /** Rows received and not counted yet. */
  readonly waiting: number;
  /** Present while the service makes its tables again. */
  readonly rebuilding?: { readonly done: number; readonly total: number };
}

export interface KpiAnswer {
  readonly id: KpiId;
  readonly title: string;
  /** Null: no answer. A ratio of 0.25 is 25%. */
  readonly value: number | null;
  readonly unit: 'count' | 'percent';
  /** The same over the equal period before; null where that has no answer or lies outside what is shown. */
  readonly previous: number | null;
  /** Whether the period before lies inside what is shown, so that `previous` may be compared. */
  readonly comparable: boolean;
  readonly definition: Definition;
  /** Value of each counter that the formula reads. */
  readonly inputs: readonly {
    readonly counter: CounterId;
    readonly title: string;
    readonly value: number;
    readonly rows: string;
  }[];
  /** Relative address of how it came about. */
  readonly explain: string;
  /** Relative address of exactly the rows it counts; absent for ratios. */
  readonly rows?: string;
  /** Between what the value would be: from opens and clicks that are surely people's to all of them. */
  readonly range?: { readonly surePeople: CountAnswer; readonly all: CountAnswer };
}

/** A number with the relative address of exactly the rows it counts. */
export interface CountAnswer {
  readonly count: number;
  readonly rows: string;
}

/** What People leaves out of a counter in the period, and why. The reasons add up to the count. */
export interface LeftOutAnswer extends CountAnswer {
  readonly counter: CounterId;
  /** What its rows are called. */
  readonly title: NonNullable<CounterDef['leftOutAs']>;
  readonly reasons: readonly (CountAnswer & { readonly rule: VerdictRuleId; readonly title: string })[];
}

/** How a number came about: for each of its parts the rows received, what was left out and why, and what is left. */
export interface ExplainAnswer {
  readonly kpi: KpiId;
  readonly view: number;
  readonly parts: readonly ExplainedPart[];
}

/** received − the sum of leftOut = value. */
export interface ExplainedPart {
  readonly counter: CounterId;
  readonly title: string;
  /** Rows received of the kinds that the counter is about, one an id. */
  readonly received: number;
  /** Reasons that occur, in a fixed order. */
  readonly leftOut: readonly { readonly reason: LeftOut; readonly title: string; readonly count: number }[];
  readonly value: number;
}

export interface Definition {
  readonly tooltip: string;
  /** The formula in words. */
  readonly formula: string;
  /** Anchor in the glossary. */
  readonly glossary: string;
  readonly good?: 'up' | 'down';
  /** Reason shown below an absent answer. */
  readonly because?: string;
}

/** The people of a record, first those who did most themselves. */
export interface PeopleAnswer {
  readonly kind: 'people';
  readonly id: string;
  readonly people: readonly ActivePerson[];
  /** Those with numbers who are not named, since CRM does not show them to the caller. */
  readonly hidden: Unnamed;
  /** Those that come after. */
  readonly more: Unnamed;
}

export interface ActivePerson extends CountAnswer {
  readonly contact: string;
  /** Things done in each of 12 weeks, the last one ending with the period. */
  readonly weeks: readonly number[];
  /** The last thing that the person did up to the end of the period. */
  readonly last?: ListRow;
}

/** People without rows of their own, and how many interactions they have together. */
export interface Unnamed {
  readonly people: number;
  readonly count: number;
}

export type PanelAnswer =
  | { readonly kind: 'kpiTiles'; readonly id: string; readonly kpis: readonly KpiAnswer[] }
  | {
      readonly kind: 'timeline';
      readonly id: string;
      readonly total: number;
      readonly rows: string;
      readonly kinds: readonly { readonly kind: Kind; readonly count: number; readonly rows: string }[];
      readonly days: readonly DayCount[];
    }
  | PeopleAnswer
  | { readonly kind: 'breakdown'; readonly id: string; readonly total: number; readonly parts: readonly Part[] }
  | { readonly kind: 'byDay'; readonly id: string; readonly series: readonly Series[] }
  | { readonly kind: 'list'; readonly id: string; readonly total: number; readonly rows: string }
  /** Lists the person is on now; `since` is an instant. */
  | {
      readonly kind: 'leadProgress';
      readonly id: string;
      /** When the lead was created; null where the directory does not tell. */
      readonly created: string | null;
      /** Up to when days are counted. */
      readonly asOf: string;
      /** Whole days since it was created. */
      readonly days: number | null;
      readonly stages: readonly LeadStageAnswer[];
      readonly scores: readonly {
        readonly model: string;
        readonly points: readonly { readonly at: string; readonly score: number }[];
      }[];
    }
  | { readonly kind: 'leadScores'; readonly id: string; readonly models: readonly LeadScoreAnswer[] }
  | {
      readonly kind: 'onNow';
      readonly id: string;
      readonly lists: readonly { readonly list: string; readonly since: string }[];
    }
  | {
      readonly kind: 'byHour';
      readonly id: string;
      readonly total: number;
      readonly rows: string;
      readonly hours: readonly HourCount[];
    }
  | {
      readonly kind: 'reactionTimes';
      readonly id: string;
      readonly deliveries: number;
      readonly opened: number;
      /** Classes of waiting time, the shortest first; counts and medians of cells go by their places. */
      readonly classes: readonly string[];
      readonly cells: readonly ReactionCell[];
    }
  | {
      readonly kind: 'sendTimes';
      readonly id: string;
      readonly deliveries: number;
      readonly opened: number;
      readonly cells: readonly SendTimeCell[];
      readonly best: readonly WeekHour[];
    }
  | { readonly kind: 'headline'; readonly id: string; readonly headline: HeadlineAnswer }
  | {
      readonly kind: 'weeks';
      readonly id: string;
      /** Oldest first; those outside what is shown are left out. */
      readonly weeks: readonly WeekCount[];
      readonly headline: {
        readonly weeks: number;
        readonly count: number;
        /** Of as many weeks before; null where they lie outside what is shown. */
        readonly previous: number | null;
      };
    }
  | { readonly kind: 'latest'; readonly id: string; readonly total: number; readonly rows: string };

/** What grids show, in a few values to be put into words. */
export type HeadlineAnswer =
  | {
      readonly headline: 'bestTime';
      readonly best: readonly WeekHour[];
      readonly deliveries: number;
      readonly opened: number;
    }
  | { readonly headline: 'usualTime'; readonly usual: UsualTime | null; readonly total: number }
  /** `wait` is the title of a class of waiting time; null where nothing was opened. */
  | { readonly headline: 'usualWait'; readonly wait: string | null; readonly opened: number };

/** A stage of a lead, how long it was in it, and when. */
export interface LeadStageAnswer {
  readonly stage: string;
  /** Whole days, of all stays together. */
  readonly days: number;
  /** Instants; without an end while it is there. */
  readonly stays: readonly { readonly from: string; readonly until: string | null }[];
}

/** What a scoring model makes of a lead now. */
export interface LeadScoreAnswer {
  readonly model: string;
  readonly score: number;
  readonly grade: string | null;
  readonly salesReady: boolean;
  /** The score from which on the model calls a lead ready; null where the directory does not tell. */
  readonly readyFrom: number | null;
  /** Instant of the last row that told a score. */
  readonly at: string;
}

/** The record through which another is read; its own rows where there is none. */
export interface ThroughAnswer {
  readonly type: 'contact' | 'account' | 'own';
  /** Absent where it is read by its own rows. */
  readonly id?: string;
}

/** Days without anything are left out. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** Seven days, both ends inside. */
export interface WeekCount extends PeriodAnswer {
  readonly count: number;
}

export interface Part {
  /** Interaction type. */
  readonly type: string;
  readonly title: string;
  readonly count: number;
  readonly rows: string;
}

export interface Series {
  readonly kpi: KpiId;
  readonly title: string;
  readonly total: number;
  readonly days: readonly DayCount[];
}

export interface InsightsAnswer {
  readonly record: { readonly type: RecordType; readonly id: string };
  /** Present where the record is read through another one, or would be. */
  readonly through?: ThroughAnswer;
  readonly category: string;
  readonly period: PeriodAnswer;
  readonly previousPeriod: PeriodAnswer;
  /** The earliest day shown, and whether an earlier From was asked for. */
  readonly shownFrom: string;
  readonly clamped: boolean;
  /** The person was erased: what is left of the rows names nobody. */
  readonly erased?: true;
  readonly zone: string;
  /** The last group that is counted whole. */
  readonly view: number;
  readonly freshness: Freshness;
  /** Version of the rules that tell people and machines apart. */
  readonly rulesVersion: number;
  readonly leftOut: readonly LeftOutAnswer[];
  /** How many people count, on records whose people are others, and what of them. */
  readonly people?: { readonly count: number; readonly scope: Scope };
  readonly panels: readonly PanelAnswer[];
}

/** One interaction as a list shows it. */
export interface ListRow {
  readonly id: string;
  readonly type: string;
  /** Instant. */
  readonly at: string;
  /** Who did it, for opens and clicks; `unknown` for all else. */
  readonly verdict: Verdict;
  /** The rule that decided; absent where none did. The column `judgement` says it in words. */
  readonly rule?: VerdictRuleId;
  /** Version of the rules that judged the row; absent where rules do not judge its type. */
  readonly rulesVersion?: number;
  /** Rows that this one stands for; more than 1 only in lists of unique things. */
  readonly rows: number;
  /** Who it was, in lists of several people. */
  readonly contact?: string;
  /** CRM does not show this person to the caller: only what happened, when and to which record is told. */
  readonly hidden?: true;
  /** A delivery that was taken back later. */
  readonly takenBack?: true;
  /**
   * What the list's columns show, by column id, and what the type's sentence speaks of, by name of the row's column.
   * Ready to show (HTML-unescaped); ids of records stay ids. Absent values are left out.
   */
  readonly fields: Readonly<Record<string, string>>;
  /** What the person filled in, HTML-unescaped, in the order of the form; only in lists of what people fill in. */
  readonly values?: readonly SubmittedValue[];
}

export interface ListAnswer {
  readonly list: string;
  readonly title: string;
  readonly oneRowIs: string;
  readonly timeTitle: string;
  readonly columns: readonly ListColumnAnswer[];
  /** All rows of the list, not of the page. */
  readonly total: number;
  readonly view: number;
  readonly rows: readonly ListRow[];
  /** Relative address of the next page. */
  readonly next?: string;
}

export interface ListColumnAnswer {
  readonly id: string;
  readonly title: string;
  /** How its texts are meant, where they are more than text. */
  readonly shows?: ListColumnShape;
}

export interface CatalogueAnswer {
  readonly recordTypes: readonly CatalogueRecordType[];
  /** Records that rows name and that have no Insights, with their tables in CRM. */
  readonly named: readonly {
    readonly id: Exclude<NamedType, RecordType>;
    readonly title: string;
    readonly table: RecordTable;
  }[];
}

export interface CatalogueRecordType {
  readonly id: RecordType;
  readonly title: string;
  /** Its table in CRM, of the set that the settings choose. */
  readonly table: RecordTable;
  readonly filters: readonly FilterId[];
  readonly categories: readonly CategoryDef[];
  /** What the card on its Summary shows, where there is one. */
  readonly card?: CardDef;
}

export interface GlossaryEntry {
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly formula: string;
  /** How its rows are chosen, in words; absent for ratios. */
  readonly rule?: string;
  readonly unit: 'count' | 'percent';
  /** What is shown when there is nothing. */
  readonly empty: string;
  /** The worked example in words. */
  readonly example: string;
}

export interface GlossaryAnswer {
  readonly entries: readonly GlossaryEntry[];
  /** The rules in force that tell people and machines apart; of those that fit a row the first decides. */
  readonly verdicts: readonly VerdictEntry[];
}

/** A rule by which an open or a click is taken for a person's or a machine's. */
export interface VerdictEntry {
  readonly id: VerdictRuleId;
  readonly title: string;
  readonly because: string;
  readonly verdict: Verdict;
  /** Titles of the interaction types that it judges. */
  readonly judges: readonly string[];
}

export interface IngestAnswer {
  readonly batch: string;
  readonly accepted: number;
  readonly refused: readonly {
    readonly index: number;
    readonly code: RefusalCode;
    readonly field: string;
    readonly message: string;
  }[];
}

export interface RefusedRow {
  readonly id: string;
  readonly code: RefusalCode;
  readonly field: string;
  readonly message: string;
  readonly receivedAt: string;
  /** The row as it came, cut at 4,000 characters. */
  readonly row: string;
}

export interface RefusedAnswer {
  readonly total: number;
  readonly rows: readonly RefusedRow[];
  readonly next?: string;
}

export interface StatusAnswer {
  readonly view: number;
  readonly waiting: number;
  readonly refused: number;
  /** Kept rows, one an id. */
  readonly interactions: number;
  /** Kept rows that are test sends. */
  readonly testSends: number;
  /** Rows dropped since their person is erased. */
  readonly dropped: number;
  /** People erased. */
  readonly erased: number;
  readonly freshness: Freshness;
}

/** An erasure by its name: waiting or under way without a certificate, carried out with one. */
export interface ErasureAnswer {
  readonly erasure: string;
  readonly certificate?: ErasureCertificate;
}

/** What was done for an erasure; names nobody. */
export interface ErasureCertificate {
  readonly finishedAt: string;
  readonly people: number;
  /** Visitors who were nobody else than these people. */
  readonly visitors: number;
  /** Rows of which only what happened, when, to what and in which country is left; their earlier versions included. */
  readonly rowsOverwritten: number;
  readonly refusedRowsRemoved: number;
  /** Rows searched afterwards. */
  readonly rowsSearched: number;
  /** What still told something of the people; 0 when the erasure is whole. */
  readonly found: number;
}

/** Everything held about a person. */
export interface PersonAnswer {
  readonly contact: string;
  /** The rows in full, oldest first, what came before the person was known included. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** What the directory knows of the contact, and what of other records names it. */
  readonly facts: readonly DirectoryFactAnswer[];
  readonly view: number;
}

/** A fact of the directory. */
export interface DirectoryFactAnswer {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly op: DirectoryOperation;
  /** Instant. */
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface SettingAnswer {
  readonly name: SettingName;
  readonly title: string;
  readonly description: string;
  readonly type: 'text' | 'number' | 'choice';
  readonly options?: readonly { readonly value: string; readonly title: string }[];
  readonly default: string | number;
  readonly value: string | number;
  readonly whoMayChange: string;
  readonly cost: 'none' | 'rebuild';
}

export interface SettingsAnswer {
  readonly settings: readonly SettingAnswer[];
  readonly rebuilding?: { readonly done: number; readonly total: number };
}

/** RFC 9457. `field` names what to mend, where there is one. */
export interface Problem {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly field?: string;
}
