import * as React from 'react';
import type { SubmittedValue } from '@record-insights/domain';
import { useRowsHost } from '../rows/rowsHost';
import { createStyles, plainButton, text12 } from './createStyles';
import { TipButton } from './TipButton';

const useStyles = createStyles((theme) => ({
  button: {
    ...plainButton,
    color: theme.palette.themeDarkAlt,
    minHeight: 24,
    margin: '-2px 0',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    selectors: { '&:hover': { textDecoration: 'underline' } },
  },
  tip: { padding: '12px 16px', maxHeight: 400, overflowY: 'auto' },
  pairs: { margin: 0, display: 'grid', gap: 8 },
  label: { ...text12, color: theme.palette.neutralSecondary },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
}));

export interface ValuesTipProps {
  readonly values: readonly SubmittedValue[];
  /** When it was filled in, for who does not see the row. */
  readonly when: string;
}

/** All that was filled in, as label and value pairs, on hover, focus and tap. */
export function ValuesTip({ values, when }: ValuesTipProps): React.ReactElement {
  const { texts, format } = useRowsHost();
  const styles = useStyles();
  const title = texts.count('values', values.length, format.number(values.length));
  if (values.length === 0) return <>–</>;
  return (
    <TipButton
      className={styles.button}
      label={texts.say('valuesOf', title, when)}
      title={title}
      width={320}
      tip={() => (
        <div className={styles.tip} tabIndex={0} role="group" aria-label={title}>
          <dl className={styles.pairs}>
            {values.map(({ label, value }, n) => (
              <div key={n}>
                <dt className={styles.label}>{label}</dt>
                <dd className={styles.value}>{value === '' ? '–' : value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    >
      {title}
    </TipButton>
  );
}
