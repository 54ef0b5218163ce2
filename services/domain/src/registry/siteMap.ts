import type { RecordType } from './recordTypes';

/** A group of the app's site map. */
export interface SiteMapGroup {
  readonly id: string;
  readonly title: string;
  readonly recordTypes: readonly RecordType[];
}

/** The groups of the app, and of the local CRM, in their order. */
export const siteMap: readonly SiteMapGroup[] = [
  { id: 'customers', title: 'Customers', recordTypes: ['contact', 'account', 'segment'] },
  { id: 'execution', title: 'Marketing execution', recordTypes: ['journey', 'email'] },
  { id: 'leads', title: 'Lead management', recordTypes: ['lead', 'scoringModel'] },
  { id: 'internet', title: 'Internet marketing', recordTypes: ['website', 'page', 'form', 'redirectUrl'] },
];
