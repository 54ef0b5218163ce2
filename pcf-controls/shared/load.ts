import * as React from 'react';
import type { Answer, ClientError } from './answer';

/** Something asked of a service: under way (with what was there before, if anything), there, or refused. */
export type Load<T> =
  | { readonly state: 'loading'; readonly before?: T }
  | { readonly state: 'ready'; readonly data: T }
  | { readonly state: 'failed'; readonly error: ClientError };

export interface Loaded<T> {
  readonly load: Load<T>;
  readonly reload: () => void;
}

interface Held<T> {
  readonly ask: unknown;
  readonly attempt: number;
  readonly answer: Answer<T>;
  readonly last?: T;
}

/** Asks whenever `ask` changes (keep it in useCallback) or `reload` is called; the request before is called off. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<Answer<T>>): Loaded<T> {
  const [attempt, setAttempt] = React.useState(0);
  const [held, setHeld] = React.useState<Held<T>>();
  React.useEffect(() => {
    const controller = new AbortController();
    void ask(controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      setHeld((before) => ({ ask, attempt, answer, ...lastOf(answer, before) }));
    });
    return () => controller.abort();
  }, [ask, attempt]);
  const reload = React.useCallback(() => setAttempt((n) => n + 1), []);
  const current = held?.ask === ask && held.attempt === attempt ? held : undefined;
  return { load: current ? loadOf(current.answer) : loadingOf(held), reload };
}

function lastOf<T>(answer: Answer<T>, before: Held<T> | undefined): { readonly last?: T } {
  if (answer.ok) return { last: answer.value };
  return before?.last === undefined ? {} : { last: before.last };
}

const loadingOf = <T>(held: Held<T> | undefined): Load<T> =>
  held?.last === undefined ? { state: 'loading' } : { state: 'loading', before: held.last };

const loadOf = <T>(answer: Answer<T>): Load<T> =>
  answer.ok ? { state: 'ready', data: answer.value } : { state: 'failed', error: answer.error };

/** What there is to show: also what was there before, while something else is on its way. */
export function dataOf<T>(load: Load<T>): T | undefined {
  if (load.state === 'failed') return undefined;
  return load.state === 'ready' ? load.data : load.before;
}

/** The same load, of a part of the data; a part that is not there counts as still loading. */
export function mapLoad<T, U>(load: Load<T>, part: (data: T) => U | undefined): Load<U> {
  if (load.state === 'failed') return load;
  const data = dataOf(load);
  const chosen = data === undefined ? undefined : part(data);
  if (chosen === undefined) return { state: 'loading' };
  return load.state === 'ready' ? { state: 'ready', data: chosen } : { state: 'loading', before: chosen };
}
