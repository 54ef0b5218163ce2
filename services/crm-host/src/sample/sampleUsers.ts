import { localUsers } from '../users';
import { textOf } from '../row';

/** Fixed ids of those who sign in to the sample: all records, own accounts with their people, none. */
export const sampleUsers = {
  emil: idOf('Emil Krogh'),
  sanna: idOf('Sanna Vik'),
  jonas: idOf('Jonas Dahl'),
} as const;

function idOf(name: string): string {
  const row = localUsers.find((user) => textOf(user, 'fullname') === name);
  if (!row) throw new Error(`The local CRM has no user ${name}. Add one to users.ts or name another here.`);
  return textOf(row, 'systemuserid');
}
