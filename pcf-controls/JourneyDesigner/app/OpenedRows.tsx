import * as React from 'react';
import type { RecordType } from '@record-insights/domain';
import { RowsPanel } from '../../shared/rows/RowsPanel';
import type { RowsSubject } from '../../shared/rows/rowsSubject';
import { useRecordName } from '../../shared/ui/RecordLink';

export interface OpenedRowsProps {
  readonly journey: { readonly type: RecordType; readonly id: string };
  /** Where the number stands in the journey. */
  readonly path: readonly string[];
  /** Undefined where the numbers no longer hold it. */
  readonly subject: RowsSubject | undefined;
  readonly onClose: () => void;
}

/** The side panel of what was opened. */
export function OpenedRows({ journey, path, subject, onClose }: OpenedRowsProps): React.ReactElement | null {
  const name = useRecordName(journey.type, journey.id);
  if (!subject) return null;
  const whole = [...(name.state === 'named' ? [name.name] : []), ...path].join(' · ');
  return <RowsPanel subject={subject} path={whole} onClose={onClose} />;
}
