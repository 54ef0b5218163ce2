import * as React from 'react';
import type { ClientError } from '../../shared/answer';
import type { Texts } from '../../shared/texts';
import { createStyles } from '../ui/createStyles';
import { StateMessage, type StateMessageProps } from '../ui/StateMessage';

export interface WholeTabStateProps {
  readonly error: ClientError;
  readonly texts: Texts;
  /** What the record is, as "contact". */
  readonly recordWord: string;
  readonly onRetry: () => void;
}

const useStyles = createStyles((theme) => ({
  place: { paddingTop: 24 },
  card: {
    background: theme.palette.white,
    border: `1px solid ${theme.palette.neutralLight}`,
    borderRadius: 4,
    paddingTop: 16,
  },
}));

/** Why there are no numbers at all, in place of the whole tab. */
export function WholeTabState({ error, texts, recordWord, onRetry }: WholeTabStateProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div className={styles.card}>
        <StateMessage {...messageOf(error, texts, recordWord, onRetry)} />
      </div>
    </div>
  );
}

function messageOf(error: ClientError, texts: Texts, recordWord: string, run: () => void): StateMessageProps {
  const retry = { text: texts.say('retry'), icon: 'Refresh', as: 'button', run } as const;
  switch (error.kind) {
    case 'notConfigured':
      return {
        icon: 'Trouble',
        title: texts.say('notConfigured'),
        sentence: texts.say('notConfigured_why'),
        action: retry,
      };
    case 'signInNeeded':
      return {
        icon: 'Lock',
        title: texts.say('signInNeeded'),
        sentence: texts.say('signInNeeded_why'),
        action: { text: texts.say('signIn'), as: 'button', run },
      };
    case 'noRight':
      return { icon: 'Lock', title: texts.say('noRight', recordWord), sentence: texts.say('noRight_why') };
    case 'roleMissing':
      return { icon: 'Lock', title: texts.say('noRight', recordWord), sentence: texts.say('roleMissing_why') };
    default:
      return {
        icon: 'Trouble',
        title: texts.say('unreachable'),
        sentence: texts.say('unreachable_why'),
        action: retry,
      };
  }
}
