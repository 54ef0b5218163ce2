import * as React from 'react';
import type { CatalogueRecordType, InsightsAnswer } from '@record-insights/domain';
import { RowsPanel } from '../../shared/rows/RowsPanel';
import { subjectOf } from '../rows/subjectOf';
import { useRecordName, useRecordNames } from '../../shared/ui/RecordLink';
import { useHost, type Opening } from './host';

export interface OpenedRowsProps {
  readonly opened: Opening;
  readonly answer: InsightsAnswer;
  readonly category: CatalogueRecordType['categories'][number];
  readonly onClose: () => void;
}

/** The side panel of what was opened, as the numbers are now. */
export function OpenedRows({ opened, answer, category, onClose }: OpenedRowsProps): React.ReactElement | null {
  const { format, word } = useHost();
  const { type, id } = answer.record;
  const name = useRecordName(type, id);
  const nameOf = useRecordNames('contact');
  const subject = subjectOf(opened, answer, category.panels, format, nameOf, word);
  if (!subject) return null;
  const path = [...(name.state === 'named' ? [name.name] : []), category.title].join(' · ');
  return <RowsPanel subject={subject} path={path} onClose={onClose} />;
}
