import { newestFirst, type Instanced } from '@record-insights/domain';
import { ProblemError } from '../service';

/** The last row of a page, and the view that the list is read at. */
export interface Cursor {
  readonly view: number;
  readonly at: number;
  readonly id: string;
  /** Length of the list, where it is told. */
  readonly total?: number;
}

export const encodeCursor = ({ view, at, id, total }: Cursor): string =>
  Buffer.from(JSON.stringify([view, at, id, ...(total === undefined ? [] : [total])])).toString('base64url');

/** @throws ProblemError when the text is none of ours */
export function decodeCursor(text: string): Cursor {
  const [view, at, id, total] = parsed(text);
  if (typeof view !== 'number' || typeof at !== 'number' || typeof id !== 'string') throw unreadable();
  return { view, at, id, ...(typeof total === 'number' ? { total } : {}) };
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const unreadable = (): ProblemError =>
  new ProblemError('invalidQuery', 'The cursor cannot be read. Take it unchanged from the page before.', 'cursor');

/** Whether the record comes after the cursor's row, newest first. */
export function isAfter(record: Instanced, cursor: Cursor): boolean {
  return newestFirst(record, cursor) > 0;
}
