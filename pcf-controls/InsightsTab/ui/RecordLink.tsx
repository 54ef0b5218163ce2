import * as React from 'react';
import { Link } from '@fluentui/react';
import type { RecordType } from '@record-insights/domain';
import type { RecordName } from '../../shared/recordNames';
import { useHost } from '../app/host';
import { createStyles, cut } from './createStyles';

const useStyles = createStyles((theme) => ({
  closed: { color: theme.palette.neutralSecondary },
  link: { ...cut, maxWidth: '100%', verticalAlign: 'bottom' },
}));

/** The name of a record as CRM tells it, by and by. */
export function useRecordName(type: RecordType, id: string): RecordName {
  const { names } = useHost();
  const [, refresh] = React.useState(0);
  React.useEffect(() => names.subscribe(() => refresh((n) => n + 1)), [names]);
  return names.nameOf(type, id);
}

export interface RecordLinkProps {
  readonly type: RecordType;
  readonly id: string;
  /** Only the name, as in columns that are not the first. */
  readonly plain?: boolean;
}

/** A record by its name, never by its id; what the user cannot open says so. */
export function RecordLink({ type, id, plain }: RecordLinkProps): React.ReactElement {
  const { texts, openRecord } = useHost();
  const styles = useStyles();
  const name = useRecordName(type, id);
  if (name.state === 'asking') return <span aria-busy="true">…</span>;
  if (name.state === 'cannotOpen') return <span className={styles.closed}>{texts.say(`cannotOpen_${type}`)}</span>;
  if (plain === true) return <>{name.name}</>;
  return (
    <Link className={styles.link} onClick={() => openRecord(type, id)} title={name.name}>
      {name.name}
    </Link>
  );
}
