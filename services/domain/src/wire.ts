import type { Scope } from './counting';
import type { CounterDef, CounterId } from './registry/counters';
import type { CardDef, CategoryDef, FilterId } from './registry/insights';
import type { DirectoryOperation, LiveState } from './directory';
import type { DirectoryKind } from './registry/directoryKinds';
import type { KpiId } from './registry/kpis';
import type { LeftOut } from './registry/leftOut';
import type { Verdict } from './registry/interactionTypes';
import type { NamedType, RecordTable, RecordType } from './registry/recordTypes';
import type { RefusalCode } from './refusals';
import type { ProblemCode } from './problems';
import type { SettingName } from './registry/settings';
import type { ListColumnShape } from './registry/listColumns';
import type { VerdictRuleId } from './registry/verdictRules';
import type { CountAnswer, ListRow, PanelAnswer, PeriodAnswer } from './wirePanels';

/** What the service sends. Days are `YYYY-MM-DD` of the organisation, instants ISO 8601 in UTC. */

export interface Freshness {
  /** Everything received by this instant is counted. */
  readonly countedUntil: string;
  /** Rows received and not counted yet. */
  readonly waiting: number;
  /** Present while the service makes its tables again. */
  readonly rebuilding?: { readonly done: number; readonly total: number };
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

/**
 * The record through which another is read: a lead's contact or account, its own rows where it has neither; the contact
 * into which a contact was merged.
 */
export interface ThroughAnswer {
  readonly type: 'contact' | 'account' | 'own' | 'merged';
  /** Absent where it is read by its own rows. */
  readonly id?: string;
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
  /** Where it was used, as rows tell: the journeys, and within each its iterations and tiles. */
  readonly usages?: readonly UsageAnswer[];
  /** Whether it ever went live, where the directory tells. */
  readonly live?: LiveState;
  /** Present where no row names the record at all. */
  readonly noRows?: true;
  readonly panels: readonly PanelAnswer[];
}

/** A journey in which a message or page was used; ids as rows have them. */
export interface UsageAnswer {
  readonly journey: string;
  /** By their start, what the directory does not know last. */
  readonly iterations: readonly IterationAnswer[];
  readonly tiles: readonly TileAnswer[];
}

export interface IterationAnswer {
  readonly iteration: string;
  /** Instant; absent where the directory does not tell. */
  readonly startsAt?: string;
}

export interface TileAnswer {
  readonly tile: string;
  /** As the journey's definition calls it; absent where that does not tell. */
  readonly name?: string;
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
  /** Texts of the registry in the language asked for, by the English ones; none for English. */
  readonly texts: Readonly<Record<string, string>>;
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
