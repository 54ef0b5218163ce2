import * as React from 'react';
import type { NamedType } from '@record-insights/domain';
import type { Tables } from './useKnown';

/** Ways to the records that rows name. */
export interface RecordLinks {
  readonly openRecord: (type: NamedType, id: string) => void;
  /** Where a record stands in CRM. */
  readonly addressOf: (type: NamedType, id: string) => string;
}

/** @param open opens the form of a table's record */
export function useRecordLinks(
  tables: Tables,
  clientUrl: string,
  open: (table: string, id: string) => void,
): RecordLinks {
  return {
    openRecord: React.useCallback(
      (of: NamedType, id: string) => {
        const table = tables[of];
        if (table) open(table.table, id);
      },
      [tables, open],
    ),
    addressOf: React.useCallback(
      (of: NamedType, id: string) => {
        const query = new URLSearchParams({ pagetype: 'entityrecord', etn: tables[of]?.table ?? '', id });
        return `${clientUrl}/main.aspx?${query.toString()}`;
      },
      [tables, clientUrl],
    ),
  };
}
