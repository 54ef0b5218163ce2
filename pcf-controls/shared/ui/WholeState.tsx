import * as React from 'react';
import type { ClientError } from '../answer';
import type { SharedTexts } from '../texts';
import { StateMessage, type StateMessageProps } from './StateMessage';

export interface WholeStateProps {
  readonly error: ClientError;
  readonly texts: SharedTexts;
  /** What the record is, as "contact". */
  readonly recordWord: string;
  readonly onRetry: () => void;
  /** Lets the user sign in. */
  readonly signIn: () => Promise<void>;
}

/** Why there are no numbers at all, in place of everything that a control shows. */
export function WholeState(props: WholeStateProps): React.ReactElement {
  return <StateMessage {...messageOf(props)} />;
}

function messageOf({ error, texts, recordWord, onRetry: run, signIn }: WholeStateProps): StateMessageProps {
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
        action: { text: texts.say('signIn'), as: 'button', run: () => void signIn().then(run) },
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
