import type { DirectoryFact } from './directory';
import type { RecordType } from './registry/recordTypes';

/** The record through which another is read: what counts for it is what counts for that one. */
export interface Through {
  readonly recordType: Extract<RecordType, 'contact' | 'account'>;
  readonly id: string;
}

/**
 * Through which record a lead is read: its contact, else its account. One that has neither, or that the directory does
 * not know, is read by its own rows.
 */
export function throughOf(lead: DirectoryFact<'lead'> | undefined): Through | 'own' {
  const { contactId, accountId } = lead?.fields ?? {};
  if (contactId !== undefined) return { recordType: 'contact', id: contactId };
  return accountId === undefined ? 'own' : { recordType: 'account', id: accountId };
}
