import type { CounterId } from './registry/counters';
import type { KpiId } from './registry/kpis';
import type { Kind, Verdict } from './registry/interactionTypes';
import type { ReactionCell } from './reactionTimes';
import type { SendTimeCell } from './sendTimes';
import type { SubmittedValue } from './submittedValues';
import type { UsualTime } from './usualTime';
import type { HourCount, WeekHour } from './weekHours';
import type { VerdictRuleId } from './registry/verdictRules';
import type { FunnelAnswer, HeatMapAnswer, MapAnswer, ResultsAnswer, ValuesAnswer } from './wireChannels';

/** What the service sends for panels, and of rows. Days are `YYYY-MM-DD` of the organisation, instants ISO 8601 in UTC. */

export interface PeriodAnswer {
  readonly from: string;
  readonly to: string;
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
  /** Relative address of how it came about; absent where that cannot be told. */
  readonly explain?: string;
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
  | { readonly kind: 'latest'; readonly id: string; readonly total: number; readonly rows: string }
  | FunnelAnswer
  | ValuesAnswer
  | MapAnswer
  | ResultsAnswer
  | HeatMapAnswer;

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
