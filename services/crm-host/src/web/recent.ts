import { tableNamed, type CrmTable } from '../tables';

/** A record opened lately on this machine. */
export interface RecentRecord {
  readonly table: CrmTable;
  readonly id: string;
  readonly name: string;
}

const most = 10;
const keyOf = (userId: string): string => `crm.recent.${userId}`;

export function recentRecords(userId: string): readonly RecentRecord[] {
  return stored(userId).flatMap(([name, id, title]) => {
    const table = tableNamed(name);
    return table ? [{ table, id, name: title }] : [];
  });
}

export function rememberRecord(userId: string, { table, id, name }: RecentRecord): void {
  const others = stored(userId).filter(([, other]) => other !== id);
  const entries = [[table.table, id, name], ...others].slice(0, most);
  window.localStorage.setItem(keyOf(userId), JSON.stringify(entries));
}

type Entry = readonly [table: string, id: string, name: string];

function stored(userId: string): readonly Entry[] {
  try {
    const entries: unknown = JSON.parse(window.localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(entries) ? entries.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && entry.length === 3 && entry.every((part) => typeof part === 'string');
}
