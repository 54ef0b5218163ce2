/**
 * `Xrm.Page` as far as controls use it: the tabs of the form that is open, by name.
 * @returns takes the offer back
 */
export function offerTabs(names: readonly string[], open: (name: string) => void): () => void {
  const get = (name: string): object | null =>
    names.includes(name) ? { getName: () => name, setFocus: () => open(name) } : null;
  const Xrm = { Page: { ui: { tabs: { get } } } };
  Object.assign(window, { Xrm });
  return () => {
    if (Reflect.get(window, 'Xrm') === Xrm) Reflect.deleteProperty(window, 'Xrm');
  };
}
