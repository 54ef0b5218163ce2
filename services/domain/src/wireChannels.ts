import type { CountAnswer, KpiAnswer } from './wirePanels';

/** What the service sends for panels of messages, pages, forms, websites and redirect URLs. */

/** Steps that people pass one after the other, each a KPI. */
export interface FunnelAnswer {
  readonly kind: 'funnel';
  readonly id: string;
  readonly steps: readonly KpiAnswer[];
}

/** Numbers by a value of the rows, as a device or a mail domain, the largest first column first. */
export interface ValuesAnswer {
  readonly kind: 'values';
  readonly id: string;
  readonly columns: readonly ValuesColumn[];
  readonly values: readonly ValueAnswer[];
  /** How many values come after those told; 0 where all are. */
  readonly more: number;
}

export interface ValuesColumn {
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
  readonly unit: 'count' | 'percent';
}

export interface ValueAnswer {
  /** Empty where the rows do not tell. */
  readonly value: string;
  /** The value in words; empty where the rows do not tell. */
  readonly title: string;
  /** In the order of the columns; null: no answer. */
  readonly numbers: readonly (number | null)[];
  /** Relative address of exactly the rows that the first number counts; only where such lists open. */
  readonly rows?: string;
}

/** Where people were, by country. */
export interface MapAnswer {
  readonly kind: 'map';
  readonly id: string;
  readonly total: number;
  /** ISO 3166-1 alpha-2 codes, upper case. */
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  /** Those whose rows tell no country, or none that is known. */
  readonly unknown: number;
}

/** What became of messages, as a tree: the parts of a result add up to it. */
export interface ResultsAnswer {
  readonly kind: 'results';
  readonly id: string;
  readonly results: readonly ResultAnswer[];
}

export interface ResultAnswer extends CountAnswer {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ResultAnswer[];
}

/** A message as it looked, and what was clicked in it. Dates do not filter it. */
export interface HeatMapAnswer {
  readonly kind: 'heatMap';
  readonly id: string;
  /** HTML of the message by version, the newest first; none where the directory does not tell. */
  readonly contents: readonly ContentAnswer[];
  readonly delivered: number;
  /** Unique clicks of all links together. */
  readonly uniqueClicks: number;
  /** The most clicked first. */
  readonly links: readonly LinkAnswer[];
}

/** A version of a message. */
export interface ContentAnswer {
  /** From 1 in the order in which versions went live. */
  readonly version: number;
  /** Instant from which on it was sent; absent where the directory does not tell. */
  readonly liveFrom?: string;
  readonly html: string;
}

/** A link of a message; with the total of its clicks, and exactly their rows. */
export interface LinkAnswer extends CountAnswer {
  readonly link: string;
  /** Ready to show; empty where no row names it. */
  readonly name: string;
  /** Where it leads; empty where no row tells. */
  readonly address: string;
  readonly unique: number;
}
