import * as React from 'react';
import type { CatalogueRecordType, InsightsAnswer } from '@record-insights/domain';
import { RowsPanel } from '../../shared/rows/RowsPanel';
import { subjectOf } from '../rows/subjectOf';
import { useRecordName } from '../../shared/ui/RecordLink';
import { useHost, type Opening } from './host';

export interface OpenedRowsProps {
  readonly opened: Opening;
  readonly answer: InsightsAnswer;
  readonly category: CatalogueRecordType['categories'][number];
  readonly onClose: () => void;
}

/** The side panel of what was opened, as the numbers are now. */
export function OpenedRows({ opened, answer, category, onClose }: OpenedRowsProps): React.ReactElement | null {
  const { format, names, texts, word } = useHost();
  const { type, id } = answer.record;
  // Draws anew as names come in, also that of a contact.
  const name = useRecordName(type, id);
  const nameOf = (contact: string): string => {
    const its = names.nameOf('contact', contact);
    if (its.state === 'named') return its.name;
    return its.state === 'asking' ? '…' : texts.say('cannotOpen_contact');
  };
  const subject = subjectOf(opened, answer, category.panels, format, nameOf, word);
  if (!subject) return null;
  const path = [...(name.state === 'named' ? [name.name] : []), category.title].join(' · ');
  return <RowsPanel subject={subject} path={path} onClose={onClose} />;
}
