import * as React from 'react';
import { Link } from '@fluentui/react';
import type { PipelineItem } from '@record-insights/domain';
import { createStyles, cut } from '../../shared/ui/createStyles';
import { openHere } from '../../shared/ui/RecordLink';
import { useDesigner } from '../app/designer';

const useStyles = createStyles(() => ({ name: { ...cut, fontSize: 'inherit', lineHeight: 'inherit' } }));

export interface ItemNameProps {
  readonly item: PipelineItem;
  /** Whether the tab stops here; in the pipeline, which is one stop, it does not: the Data panel has the same. */
  readonly isStop: boolean;
}

/** What a tile depends on, by name: the way to its record, where it has one. */
export function ItemName({ item: { kindTitle, name, record }, isStop }: ItemNameProps): React.ReactElement {
  const { addressOf, openRecord } = useDesigner();
  const styles = useStyles();
  const title = `${kindTitle}: ${name}`;
  if (!record)
    return (
      <span className={styles.name} title={title}>
        {name}
      </span>
    );
  return (
    <Link
      className={styles.name}
      href={addressOf(record.type, record.id)}
      title={title}
      tabIndex={isStop ? 0 : -1}
      onClick={(event) => openHere(event, () => openRecord(record.type, record.id))}
    >
      {name}
    </Link>
  );
}
