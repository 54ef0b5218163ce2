import type { OwnTableId } from './ownTables';
import type { RecordType } from './recordTypes';

/** A column of the vendor's that our form shows. */
export interface VendorColumn {
  readonly name: string;
  readonly title: string;
  readonly kind: 'text' | 'url' | 'email' | 'longText' | 'number' | 'date' | 'yesNo' | 'choice' | 'lookup';
}

/** The form that we add to one of the vendor's tables. */
export interface VendorForm {
  /** The column in whose place the Insights control stands: text, and there whether it is filled or not. */
  readonly anchor: string;
  /** Beside name, owner, status and dates. All are only read: the vendor's own form writes them. */
  readonly columns: readonly VendorColumn[];
}

/** The column that the vendor made for its own insights, and where it is not, the name. */
const placeholder = 'msdyncrm_insights_placeholder';
const description: VendorColumn = { name: 'msdyncrm_description', title: 'Description', kind: 'longText' };

export const vendorForms: Readonly<Record<OwnTableId & RecordType, VendorForm>> = {
  segment: {
    anchor: 'msdyncrm_segmentname',
    columns: [
      { name: 'msdyncrm_segmenttype', title: 'Kind', kind: 'choice' },
      { name: 'msdyncrm_segmentsize', title: 'Members', kind: 'number' },
    ],
  },
  journey: {
    anchor: placeholder,
    columns: [
      { name: 'msdyncrm_startdatetime', title: 'Starts', kind: 'date' },
      { name: 'msdyncrm_enddatetime', title: 'Ends', kind: 'date' },
      { name: 'msdyncrm_isrecurring', title: 'Recurring', kind: 'yesNo' },
      description,
    ],
  },
  email: {
    anchor: placeholder,
    columns: [
      { name: 'msdyncrm_subject', title: 'Subject', kind: 'text' },
      { name: 'msdyncrm_fromname', title: 'From name', kind: 'text' },
      { name: 'msdyncrm_fromemail', title: 'From address', kind: 'text' },
      description,
    ],
  },
  scoringModel: { anchor: placeholder, columns: [description] },
  page: {
    anchor: placeholder,
    columns: [
      { name: 'msdyncrm_full_page_url', title: 'Address', kind: 'text' },
      { name: 'msdyncrm_marketingwebsite', title: 'Website', kind: 'lookup' },
    ],
  },
  form: { anchor: placeholder, columns: [] },
  website: {
    anchor: placeholder,
    columns: [{ name: 'msdyncrm_url', title: 'Address', kind: 'text' }],
  },
  redirectUrl: {
    anchor: 'msdyncrm_insightstimeline',
    columns: [
      { name: 'msdyncrm_originalurl', title: 'Leads to', kind: 'text' },
      { name: 'msdyncrm_redirectingurl', title: 'Address to share', kind: 'text' },
    ],
  },
};
