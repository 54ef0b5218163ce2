import { textOf, type Row } from './row';

/** What a user may read: all records; own accounts with their people, and all marketing records; nothing. */
export type Access = 'all' | 'own' | 'none';

export const roleNames = ['insights.read', 'insights.admin', 'interactions.write'] as const;
export type Role = (typeof roleNames)[number];

/** Somebody who can sign in. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly access: Access;
  readonly roles: readonly Role[];
}

/** The rights of each kind of user, and what the sign-in page says of them. */
const kinds: Readonly<Record<Access, { readonly roles: readonly Role[]; readonly words: string }>> = {
  all: { roles: ['insights.read', 'insights.admin'], words: 'Reads all records, changes settings' },
  own: { roles: ['insights.read'], words: 'Reads own accounts with their people, and all marketing records' },
  none: { roles: ['insights.read'], words: 'Reads no records' },
};

/** The users of an organisation that brings none. */
export const localUsers: readonly Row[] = [
  userRow('5b1f3f5a-7c6e-4d0e-9a55-0d6e1c2a9b01', 'Emil Krogh', 'Marketing manager', 'all'),
  userRow('5b1f3f5a-7c6e-4d0e-9a55-0d6e1c2a9b02', 'Sanna Vik', 'Account manager', 'own'),
  userRow('5b1f3f5a-7c6e-4d0e-9a55-0d6e1c2a9b03', 'Jonas Dahl', 'Service engineer', 'none'),
];

function userRow(systemuserid: string, fullname: string, title: string, access: Access): Row {
  return { systemuserid, fullname, title, rin_access: access };
}

/** Reads a row of systemuser. Who is given no rights by the column `rin_access` has none. */
export function userOf(row: Row): User {
  const access = accessOf(row);
  return {
    id: textOf(row, 'systemuserid'),
    name: textOf(row, 'fullname'),
    title: textOf(row, 'title'),
    access,
    roles: kinds[access].roles,
  };
}

function accessOf(row: Row): Access {
  const said = textOf(row, 'rin_access');
  return said === 'all' || said === 'own' ? said : 'none';
}

/** One sentence on what the user may do. */
export function rightsInWords(user: User): string {
  return kinds[user.access].words;
}
