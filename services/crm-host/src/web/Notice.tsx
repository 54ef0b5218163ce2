import * as React from 'react';
import { Icon, type IconName } from './icons';
import type { AnswerError } from './json';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: React.ReactNode;
  readonly action?: { readonly text: string; readonly run: () => void };
}

/** Says in place of content why there is none, and offers one way on. */
export function Notice({ icon, title, children, action }: NoticeProps): React.ReactElement {
  return (
    <div className="notice" role="status">
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
        {action && (
          <button className="button" type="button" onClick={action.run}>
            {action.text}
          </button>
        )}
      </div>
    </div>
  );
}

interface FailureProps {
  readonly problem: AnswerError;
  /** What could not be shown: `This list`. */
  readonly what: string;
  readonly retry: () => void;
}

/** Tells apart no right, nothing there, signed out and everything else. */
export function Failure({ problem, what, retry }: FailureProps): React.ReactElement {
  if (problem.status === 403) {
    return (
      <Notice icon="Lock" title={`You cannot see ${what.toLowerCase()}`}>
        Ask its owner or an administrator for the right to read it.
      </Notice>
    );
  }
  if (problem.status === 404) {
    return (
      <Notice icon="Info" title={`${what} is not there`}>
        It may have been deleted.
      </Notice>
    );
  }
  if (problem.status === 401) {
    const signIn = (): void => window.location.reload();
    return <Notice icon="Lock" title="You are signed out" action={{ text: 'Sign in', run: signIn }} />;
  }
  return (
    <Notice icon="ErrorBadge" title={`${what} could not be loaded`} action={{ text: 'Retry', run: retry }}>
      {problem.message}
    </Notice>
  );
}
