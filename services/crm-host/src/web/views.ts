/** A column of a list. */
export interface ViewColumn {
  /** As the Web API names it. */
  readonly column: string;
  readonly title: string;
  readonly kind: 'text' | 'lookup' | 'choice' | 'date';
}

/** How a table is listed and named. */
export interface View {
  /** Columns beside the name. */
  readonly columns: readonly ViewColumn[];
  /** Columns that a search looks into, beside the name. */
  readonly searched: readonly string[];
  /** Column shown beside the kind of record, under its name. */
  readonly subtitle?: string;
}

const text = (column: string, title: string): ViewColumn => ({ column, title, kind: 'text' });
const lookup = (column: string, title: string): ViewColumn => ({ column: `_${column}_value`, title, kind: 'lookup' });
const status: ViewColumn = { column: 'statecode', title: 'Status', kind: 'choice' };
const stage: ViewColumn = { column: 'statuscode', title: 'Status', kind: 'choice' };
const modified: ViewColumn = { column: 'modifiedon', title: 'Modified', kind: 'date' };
const owner = lookup('ownerid', 'Owner');

const marketing: View = { columns: [owner, stage, modified], searched: [] };

const more = (columns: readonly ViewColumn[], searched: readonly string[] = []): View => ({
  columns: [...columns, ...marketing.columns],
  searched,
});

const views: Readonly<Record<string, View>> = {
  contact: {
    columns: [
      text('jobtitle', 'Job title'),
      lookup('parentcustomerid', 'Account'),
      text('emailaddress1', 'Email'),
      owner,
      status,
    ],
    searched: ['emailaddress1', 'jobtitle'],
    subtitle: 'jobtitle',
  },
  account: {
    columns: [text('address1_city', 'City'), text('telephone1', 'Phone'), text('websiteurl', 'Website'), owner, status],
    searched: ['address1_city', 'websiteurl'],
    subtitle: 'address1_city',
  },
  lead: {
    columns: [text('subject', 'Topic'), text('companyname', 'Company'), text('emailaddress1', 'Email'), owner, status],
    searched: ['subject', 'companyname', 'emailaddress1'],
    subtitle: 'companyname',
  },
  rin_segment: more([{ column: 'rin_segmenttype', title: 'Kind', kind: 'choice' }]),
  rin_marketingemail: { ...more([text('rin_subject', 'Subject')], ['rin_subject']), subtitle: 'rin_subject' },
  rin_marketingpage: more([text('rin_url', 'Address'), lookup('rin_websiteid', 'Website')], ['rin_url']),
  rin_website: more([text('rin_url', 'Address')], ['rin_url']),
  rin_redirecturl: more([text('rin_originalurl', 'Leads to')], ['rin_originalurl', 'rin_redirectingurl']),
};

export function viewOf(table: string): View {
  return views[table] ?? marketing;
}
