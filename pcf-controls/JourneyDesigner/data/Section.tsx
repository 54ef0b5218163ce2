import * as React from 'react';
import { useId } from '@fluentui/react-hooks';
import { createStyles, text12, text16 } from '../../shared/ui/createStyles';
import { InfoTip, type About } from '../../shared/ui/InfoTip';

export interface SectionProps {
  readonly title: string;
  readonly about?: About;
  /** What is said beside the title. */
  readonly note?: string;
  /** Controls at the right of the title. */
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
}

const useStyles = createStyles((theme) => ({
  section: { padding: '16px 24px 0' },
  head: { display: 'flex', alignItems: 'center', gap: 8, minHeight: 24, paddingBottom: 8 },
  title: { ...text16, color: theme.palette.neutralDark },
  space: { flex: 1 },
  note: { ...text12, color: theme.palette.neutralSecondary },
}));

/** A part of a tile's data under its title. */
export function Section({ title, about, note, actions, children }: SectionProps): React.ReactElement {
  const styles = useStyles();
  const id = useId('section');
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {about && <InfoTip about={about} />}
        <span className={styles.space} />
        {note !== undefined && <span className={styles.note}>{note}</span>}
        {actions}
      </header>
      {children}
    </section>
  );
}
