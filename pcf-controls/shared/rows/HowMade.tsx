import * as React from 'react';
import { Icon, Link } from '@fluentui/react';
import { useId } from '@fluentui/react-hooks';
import { useRowsHost } from './rowsHost';
import { createStyles, highContrast, plainButton, text12 } from '../ui/createStyles';
import { linesOf } from '../ui/InfoTip';
import { Explained } from './Explained';
import type { RowsSubject } from './rowsSubject';

const useStyles = createStyles((theme) => ({
  place: { padding: '0 24px 16px' },
  note: {
    background: theme.palette.neutralLighter,
    borderRadius: 4,
    padding: '12px 16px',
    selectors: { [highContrast]: { border: '1px solid CanvasText' } },
  },
  head: { ...plainButton, display: 'flex', alignItems: 'center', gap: 8, fontWeight: 600, width: '100%' },
  sentence: { padding: '8px 0 0 24px !important' },
  lines: { ...text12, color: theme.palette.neutralSecondary, padding: '8px 0 0 24px' },
}));

/** How a number is made: sentence, formula, the formula with numbers, what was left out, the way to the glossary. */
export function HowMade({ subject }: { readonly subject: RowsSubject }): React.ReactElement {
  const { about, explain } = subject;
  const { texts, clientUrl } = useRowsHost();
  const styles = useStyles();
  const [isOpen, setIsOpen] = React.useState(true);
  const id = useId('how');
  return (
    <div className={styles.place}>
      <div className={styles.note}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon iconName={isOpen ? 'ChevronDown' : 'ChevronRight'} />
          {texts.say('howMade')}
        </button>
        <div id={id} hidden={!isOpen}>
          <p className={styles.sentence}>{about.sentence}</p>
          <div className={styles.lines}>
            {linesOf(about).map((line) => (
              <div key={line}>{line}</div>
            ))}
            {about.glossary !== undefined && (
              <Link underline href={`${clientUrl}/glossary#${about.glossary}`} target="_blank">
                {texts.say('openInGlossary')}
              </Link>
            )}
          </div>
          {explain !== undefined && isOpen && <Explained address={explain} />}
        </div>
      </div>
    </div>
  );
}
