import type { About } from '../ui/InfoTip';

/** A list of rows: its name, relative address, and how many there are. */
export interface SubjectList {
  readonly title: string;
  readonly rows: string;
  readonly total: number;
}

/** What the side panel shows the rows of. */
export interface RowsSubject {
  readonly title: string;
  readonly number: string;
  readonly about: About;
  /** Relative address of how the number came about. */
  readonly explain?: string;
  /** One, or the parts of a ratio, or of several kinds together. */
  readonly lists: readonly SubjectList[];
}

/** Whether a list is of the days that are chosen; dates do not filter those whose address names none. */
export const isOfDays = ({ rows }: SubjectList): boolean => new URLSearchParams(rows.split('?')[1]).has('from');
