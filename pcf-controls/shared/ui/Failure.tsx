import * as React from 'react';
import type { ClientError } from '../answer';
import { useSurroundings } from '../surroundings';
import type { SharedTexts } from '../texts';
import { StateMessage } from './StateMessage';

export interface FailureProps {
  readonly error: ClientError;
  readonly onRetry: () => void;
}

/** A part that could not be loaded: why, and Retry. */
export function Failure({ error, onRetry }: FailureProps): React.ReactElement {
  const { texts } = useSurroundings();
  return (
    <StateMessage
      icon="Trouble"
      title={texts.say('panelFailed')}
      sentence={causeOf(error, texts)}
      action={{ text: texts.say('retry'), icon: 'Refresh', as: 'button', run: onRetry }}
    />
  );
}

/** The cause of a failure in plain words, and what is safe. */
export function causeOf(error: ClientError, texts: SharedTexts): string {
  return error.kind === 'problem' && error.title !== ''
    ? texts.say('panelFailed_because', error.title)
    : texts.say('panelFailed_noAnswer');
}
