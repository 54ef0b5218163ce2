import * as React from 'react';
import { Link } from '@fluentui/react';
import type { NamedType } from '@record-insights/domain';
import type { RecordName, RecordNames } from '../recordNames';
import { useSurroundings } from '../surroundings';
import { createStyles } from './createStyles';

const useStyles = createStyles((theme) => ({
  closed: { color: theme.palette.neutralSecondary },
  amongWords: {
    textDecoration: 'underline',
    textDecorationColor: theme.palette.neutralTertiaryAlt,
    textUnderlineOffset: '3px',
    selectors: { '&:hover': { textDecorationColor: 'currentColor' } },
  },
}));

/** Draws anew whenever names come in. */
function useNames(): RecordNames {
  const { names } = useSurroundings();
  const [, refresh] = React.useState(0);
  React.useEffect(() => names.subscribe(() => refresh((n) => n + 1)), [names]);
  return names;
}

/** The name of a record as CRM tells it, by and by. */
export const useRecordName = (type: NamedType, id: string): RecordName => useNames().nameOf(type, id);

/** The names of records of a type in words, by and by; what the user cannot open says so. */
export function useRecordNames(type: NamedType): (id: string) => string {
  const { texts } = useSurroundings();
  const names = useNames();
  return (id) => {
    const name = names.nameOf(type, id);
    return name.state === 'named' ? name.name : name.state === 'asking' ? '…' : texts.say(`cannotOpen_${type}`);
  };
}

export interface RecordLinkProps {
  readonly type: NamedType;
  readonly id: string;
  /** Only the name, as in columns that are not the first. */
  readonly plain?: boolean;
  /** The link stands among words: underlined, so that it is told from them without colour. */
  readonly amongWords?: boolean;
}

/** A record by its name, never by its id; what the user cannot open says so. */
export function RecordLink({ type, id, plain, amongWords }: RecordLinkProps): React.ReactElement {
  const { texts, addressOf, openRecord } = useSurroundings();
  const styles = useStyles();
  const name = useRecordName(type, id);
  if (name.state === 'asking') return <span aria-busy="true">…</span>;
  if (name.state === 'cannotOpen') return <span className={styles.closed}>{texts.say(`cannotOpen_${type}`)}</span>;
  if (plain === true) return <span title={name.name}>{name.name}</span>;
  return (
    <Link
      href={addressOf(type, id)}
      title={name.name}
      {...(amongWords === true ? { className: styles.amongWords } : {})}
      onClick={(event) => openHere(event, () => openRecord(type, id))}
    >
      {name.name}
    </Link>
  );
}

/** A plain click stays in the app; with a key held down, the browser opens the address as it does any other. */
export function openHere(event: React.MouseEvent, open: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
}
