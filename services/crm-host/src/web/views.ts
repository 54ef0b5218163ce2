import { ownTableIds, ownTables, ownTypeOf, type OwnColumn, type OwnTable } from '@record-insights/domain';

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

/** Lists of our own tables have the columns that their views in the solution have. */
function viewOfOwn({ columns, subtitle }: OwnTable): View {
  const listed = columns.filter((column) => column.listed).map(columnOf);
  const searched = columns.filter((column) => column.searched).map(({ name }) => name);
  return { columns: [...listed, owner, stage, modified], searched, ...(subtitle ? { subtitle } : {}) };
}

function columnOf({ name, title, holds }: OwnColumn): ViewColumn {
  if (holds.kind === 'lookup') return lookup(name, title);
  return { column: name, title, kind: columnKinds[holds.kind] };
}

const columnKinds: Readonly<Record<Exclude<OwnColumn['holds']['kind'], 'lookup'>, ViewColumn['kind']>> = {
  text: 'text',
  email: 'text',
  url: 'text',
  longText: 'text',
  number: 'text',
  date: 'date',
  yesNo: 'choice',
  choice: 'choice',
};

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
  ...Object.fromEntries(ownTableIds.map((id) => [ownTypeOf(id).tables.own.table, viewOfOwn(ownTables[id])])),
};

export function viewOf(table: string): View {
  const view = views[table];
  if (!view) throw new Error(`There is no view of ${table}.`);
  return view;
}
