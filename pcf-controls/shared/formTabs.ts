import { memberOf } from './memberOf';

/**
 * Opens a tab of the form around the control. Controls are given no such thing, so it is asked of the form's own
 * script interface (`Xrm.Page`); undefined where the host has none, or the form no such tab.
 */
export function tabOpener(name: string): (() => void) | undefined {
  const tabs = ['Page', 'ui', 'tabs'].reduce<unknown>(memberOf, memberOf(window, 'Xrm'));
  const tab = call(tabs, 'get', name);
  return typeof memberOf(tab, 'setFocus') === 'function' ? () => void call(tab, 'setFocus') : undefined;
}

function call(on: unknown, name: string, ...words: readonly string[]): unknown {
  const method = memberOf(on, name);
  return typeof method === 'function' ? (method.apply(on, words) as unknown) : undefined;
}
