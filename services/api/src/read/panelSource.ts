import type {
  CounterId,
  Day,
  HeatMapAnswer,
  Instant,
  KpiId,
  ListId,
  ListRow,
  OpenRates,
  Period,
  Zone,
} from '@record-insights/domain';
import type { ReadablePeople } from '../service';
import type { Numbers } from './numbers';
import type { AddressParts } from './addresses';
import type { LeadHistory } from './leadHistory';
import type { RowOf } from './rowsInFull';
import type { CountedRow, NumbersView } from './personView';
import type { CountedPerson } from './reading';

/** Parts of a list's address that differ from what is chosen. */
export type Narrowed = Pick<AddressParts, 'value' | 'verdict' | 'from' | 'to' | 'ever'>;

/** What panels are answered from. */
export interface PanelSource {
  readonly numbers: Numbers;
  /** The rows of its people, which records with very many people do not have. */
  readonly person: NumbersView;
  /** Each of them, where the record's people are others. */
  readonly people: readonly CountedPerson[];
  /** Of contacts those that CRM shows to the caller. */
  readonly readable: ReadablePeople;
  /** Rows in full as the list of a counter shows them to the caller. */
  readonly rowsInFull: (counter: CounterId, rows: readonly RowOf[]) => Promise<readonly ListRow[]>;
  readonly period: Period;
  readonly previous: Period;
  /** The earliest day that is shown. */
  readonly earliest: Day;
  readonly comparable: boolean;
  readonly zone: Zone;
  /** Relative address of a list of the record. */
  readonly addressOf: (list: ListId, narrowed?: Narrowed) => string;
  /** Relative address of how a number came about; undefined where that cannot be told. */
  readonly explainOf: (kpi: KpiId) => string | undefined;
  readonly listOf: (counter: CounterId) => ListId;
  readonly now: Instant;
  /** What is known of the lead that the record is. */
  readonly lead: () => Promise<LeadHistory>;
  /** How often messages to everybody are opened. */
  readonly openRates: () => Promise<OpenRates>;
  /** HTML of the message that the record is, by version, the newest first. */
  readonly contents: () => Promise<HeatMapAnswer['contents']>;
}

/** The counter of a list id. */
export const counterOfList = (list: ListId): CounterId => list.slice(list.indexOf('.') + 1) as CounterId;

export const rowsOfList = (list: ListId, { person, period }: PanelSource): readonly CountedRow[] =>
  person.counted(counterOfList(list), period);
