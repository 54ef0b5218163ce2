import * as React from 'react';
import { Icon } from '@fluentui/react';
import type { RecordType, ThroughAnswer } from '@record-insights/domain';
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

const words: Readonly<Record<ThroughAnswer['type'], { readonly says: TextKey; readonly names?: RecordType }>> = {
  contact: { says: 'throughContact', names: 'contact' },
  account: { says: 'throughAccount', names: 'account' },
  own: { says: 'throughOwn' },
  merged: { says: 'throughMerged', names: 'contact' },
};

/** Whose interactions these are, of a record that is read through another one. */
export function ThroughLine({ through }: { readonly through: ThroughAnswer }): React.ReactElement {
  const { texts } = useHost();
  const styles = useStyles();
  const { says, names } = words[through.type];
  return (
    <div className={styles.line}>
      <Icon iconName="Contact" />
      <span>
        {texts.say(says)}
        {through.id !== undefined && names && (
          <>
            {' '}
            <RecordLink type={names} id={through.id} amongWords />
          </>
        )}
      </span>
    </div>
  );
}
