/** What the directory must tell, found in the items as they were sent. Shares no code with the service; keep it so. */

/** An item in one spelling, its fields in the order of the documentation. */
export interface ToldItem {
  readonly kind: string;
  readonly id: string;
  readonly op: string;
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Of each record the item that holds: the latest, of equal instants the one whose JSON sorts last. */
export function factsIn(items: readonly ToldItem[]): readonly ToldItem[] {
  const held = new Map<string, { readonly fact: ToldItem; readonly rank: string }>();
  for (const { kind, id, op, at, fields } of items) {
    const fact = { kind, id, op, at, fields: op === 'delete' ? {} : fields };
    const rank = at + JSON.stringify(fact);
    const other = held.get(`${kind} ${id}`);
    if (other === undefined || rank > other.rank) held.set(`${kind} ${id}`, { fact, rank });
  }
  return [...held.values()].map(({ fact }) => fact);
}

/** What of it tells of a contact: its own fact, and those that name it, of lists of people no others. */
export function factsAbout(items: readonly ToldItem[], contact: string): readonly ToldItem[] {
  const found: ToldItem[] = [];
  for (const fact of factsIn(items)) {
    const members = fact.fields['contactIds'];
    if (fact.kind === 'contact' && fact.id === contact) found.push(fact);
    else if (fact.fields['contactId'] === contact) found.push(fact);
    else if (Array.isArray(members) && members.includes(contact))
      found.push({ ...fact, fields: { ...fact.fields, contactIds: [contact] } });
  }
  return found.sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
}
