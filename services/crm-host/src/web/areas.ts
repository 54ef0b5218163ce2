import type { RecordType } from '@record-insights/domain';

/** A group of the site map. */
export interface Area {
  readonly title: string;
  readonly recordTypes: readonly RecordType[];
}

export const areas: readonly Area[] = [
  { title: 'Customers', recordTypes: ['contact', 'account', 'segment'] },
  { title: 'Marketing execution', recordTypes: ['journey', 'email'] },
  { title: 'Lead management', recordTypes: ['lead', 'scoringModel'] },
  { title: 'Internet marketing', recordTypes: ['website', 'page', 'form', 'redirectUrl'] },
];
