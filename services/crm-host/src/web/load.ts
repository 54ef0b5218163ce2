import * as React from 'react';
import { problemOf, type AnswerError } from './json';

/** Something that is fetched: under way, here, or failed. Old data stays while new data is under way. */
export type Load<T> =
  | { readonly state: 'loading'; readonly data?: T }
  | { readonly state: 'ready'; readonly data: T }
  | { readonly state: 'failed'; readonly problem: AnswerError };

/** Fetches again whenever the key changes, and when asked to. Answers that come too late are dropped. */
export function useLoad<T>(key: string, fetchIt: () => Promise<T>): readonly [Load<T>, () => void] {
  const [load, setLoad] = React.useState<Load<T>>({ state: 'loading' });
  const [turn, setTurn] = React.useState(0);
  const latest = React.useRef(fetchIt);
  latest.current = fetchIt;
  React.useEffect(() => {
    let current = true;
    setLoad((old) => (old.state === 'ready' ? { state: 'loading', data: old.data } : { state: 'loading' }));
    latest.current().then(
      (data) => current && setLoad({ state: 'ready', data }),
      (error: unknown) => current && setLoad({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  return [load, () => setTurn((old) => old + 1)];
}
