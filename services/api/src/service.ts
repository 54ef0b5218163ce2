import type {
  CatalogueAnswer,
  Day,
  ErasureAnswer,
  ExplainAnswer,
  GlossaryAnswer,
  IngestAnswer,
  InsightsAnswer,
  ListAnswer,
  PersonAnswer,
  PipelineAnswer,
  ProblemCode,
  RecordId,
  RecordType,
  RefusedAnswer,
  Scope,
  SettingsAnswer,
  StatusAnswer,
  VerdictChoice,
  WayAnswer,
} from '@record-insights/domain';

/** The organisation whose rows are meant; the tenant of the caller's token. */
export type Organisation = string;

/** What every read of a record may choose. Absent parts take their defaults (last 30 days, everything). */
export interface RecordQuery {
  readonly recordType: RecordType;
  readonly id: RecordId;
  /** Asked before anything of another record is read through this one; rejects where the caller may not see that. */
  readonly permit?: ((through: Pick<RecordQuery, 'recordType' | 'id'>) => Promise<void>) | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly verdict?: VerdictChoice | undefined;
  readonly journey?: string | undefined;
  readonly iteration?: string | undefined;
  readonly tile?: string | undefined;
  /** On accounts: what people did since each joined, when absent, or their full history. */
  readonly scope?: Scope | undefined;
  /** Whom the caller may read where the record's people are others; absent: nobody. */
  readonly readable?: ReadablePeople | undefined;
}

/** Of these contacts those that CRM shows to the caller. */
export type ReadablePeople = (contacts: readonly string[]) => Promise<ReadonlySet<string>>;

export interface CategoryQuery extends RecordQuery {
  readonly category: string;
}

/** Of a journey: its pipeline, over all that is kept. */
export type PipelineQuery = Pick<RecordQuery, 'recordType' | 'id' | 'iteration'>;

/** A contact's way through a journey. */
export interface WayQuery extends Pick<RecordQuery, 'recordType' | 'id'> {
  readonly contact: RecordId;
}

export interface KpiQuery extends RecordQuery {
  readonly kpi: string;
  /** The view at which the number was read; absent: the newest. */
  readonly view?: number | undefined;
}

export interface ListQuery extends RecordQuery {
  /** On records with very many people: over all that is kept, whatever the days. */
  readonly ever?: true | undefined;
  /** `contact.opensTotal`. */
  readonly list: string;
  /** To which the list is narrowed: an interaction type, `kind:email`, `domain:example.org`, … */
  readonly value?: string | undefined;
  /** The view at which the number was read; absent: the newest. */
  readonly view?: number | undefined;
  /** As the page before gave it. */
  readonly cursor?: string | undefined;
  /** Rows a page, 1 to 1,000; 100 when absent. */
  readonly limit?: number | undefined;
}

/** A list in whole, as cells of text. The first row is the head. */
export interface CsvTable {
  readonly fileName: string;
  readonly rows: AsyncIterable<readonly string[]>;
}

/** Rows received together. `folder` is the type of rows without an InteractionType cell. */
export interface Delivery {
  readonly rows: readonly unknown[];
  readonly folder?: string | undefined;
}

/** What the service does, whichever way it is called. Every method may throw a `ProblemError`. */
export interface InsightsService {
  /** Resolves only when the rows are durable. Refused rows are kept, too. */
  ingest(organisation: Organisation, delivery: Delivery): Promise<IngestAnswer>;
  /** Takes in what CRM tells of records. Resolves only when it is durable, refused items included. */
  directory(organisation: Organisation, items: readonly unknown[]): Promise<IngestAnswer>;
  insights(organisation: Organisation, query: CategoryQuery): Promise<InsightsAnswer>;
  list(organisation: Organisation, query: ListQuery): Promise<ListAnswer>;
  csv(organisation: Organisation, query: ListQuery): Promise<CsvTable>;
  /** The tiles of a journey, and the people at each of them. */
  pipeline(organisation: Organisation, query: PipelineQuery): Promise<PipelineAnswer>;
  /** Where a contact came by in a journey, and what became of it there. */
  way(organisation: Organisation, query: WayQuery): Promise<WayAnswer>;
  /** How a number came about: what was received, what was left out and why. */
  explain(organisation: Organisation, query: KpiQuery): Promise<ExplainAnswer>;
  /** In English, as the registry is written. */
  catalogue(organisation: Organisation): Promise<Omit<CatalogueAnswer, 'texts'>>;
  glossary(): GlossaryAnswer;
  status(organisation: Organisation): Promise<StatusAnswer>;
  refused(
    organisation: Organisation,
    page: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<RefusedAnswer>;
  /** Reads all refused rows again; those that are fine now are taken in and leave the list. */
  replayRefused(organisation: Organisation): Promise<{ readonly accepted: number; readonly refused: number }>;
  /** Erases people; resolves when the order is durable. Erased is who it names at the latest when its certificate is there. */
  erase(organisation: Organisation, contacts: readonly RecordId[]): Promise<ErasureAnswer>;
  /** @throws ProblemError where there is no erasure of that name */
  erasure(organisation: Organisation, name: string): Promise<ErasureAnswer>;
  /** Everything held about a contact. */
  person(organisation: Organisation, contact: RecordId): Promise<PersonAnswer>;
  settings(organisation: Organisation): Promise<SettingsAnswer>;
  changeSettings(organisation: Organisation, changes: Readonly<Record<string, unknown>>): Promise<SettingsAnswer>;
  /** Whether the store answers. */
  ready(): Promise<boolean>;
  /** Ends the work under way cleanly. */
  close(): Promise<void>;
}

/** A failure that the caller is told of, from the catalogue of problems. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    /** One sentence that names what is wrong and the fix. */
    readonly detail: string,
    readonly field?: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}
