import * as React from 'react';
import { Icon } from '@fluentui/react';
import type { ThroughAnswer } from '@record-insights/domain';
import type { TextKey } from '../../shared/textKeys';
import { createStyles, text12 } from '../../shared/ui/createStyles';
import { RecordLink } from '../../shared/ui/RecordLink';
import { useHost } from './host';

const useStyles = createStyles((theme) => ({
  line: {
    ...text12,
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '8px 12px',
    marginBottom: 16,
    borderRadius: 2,
    background: theme.palette.neutralLighter,
    color: theme.palette.neutralPrimary,
    selectors: { '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  },
}));

const words: Readonly<Record<ThroughAnswer['type'], TextKey>> = {
  contact: 'throughContact',
  account: 'throughAccount',
  own: 'throughOwn',
};

/** Whose interactions these are, of a record that is read through another one. */
export function ThroughLine({ through }: { readonly through: ThroughAnswer }): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <Icon iconName="Contact" />
      <span>
        {texts.say(words[through.type])}
        {through.id !== undefined && through.type !== 'own' && (
          <>
            {' '}
            <RecordLink type={through.type} id={through.id} amongWords />
          </>
        )}
      </span>
    </div>
  );
}
