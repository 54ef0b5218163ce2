import type { ITheme } from '@fluentui/react';
import type { RecordType } from '@record-insights/domain';
import type { InsightsClient } from './insightsClient';
import type { WebApiPort } from './recordNames';

/** The ports of a control to the outside; the same as long as it lives. */
export interface ControlPorts {
  /** Address of CRM, without a slash at its end. */
  readonly clientUrl: string;
  readonly client: InsightsClient;
  readonly webApi: WebApiPort;
  /** Lets the user sign in; ends when that is done or given up. */
  readonly signIn: () => Promise<void>;
  readonly openRecord: (table: string, id: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Where a control stands: whose form, and how the user reads. */
export interface ControlPlace {
  /** Empty while the record is not saved yet. */
  readonly recordId: string;
  /** Logical name of the record's table. */
  readonly table: string;
  /** Said by the form; else found by the table. */
  readonly recordType?: RecordType | undefined;
  readonly locale: string;
  readonly theme: ITheme;
  /** Width that the host gives, in px; measured when it gives none. */
  readonly width: number;
}
