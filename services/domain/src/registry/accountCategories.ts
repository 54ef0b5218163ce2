import { contactCategories } from './contactCategories';
import type { CategoryDef, ListId, PanelDef } from './insights';
import type { KpiId } from './kpis';

/** An id of the contact's table as the account has it. */
const ofAccount = <T extends ListId | KpiId>(id: T): T => id.replace(/^contact\./, 'account.') as T;

/** A panel of the contact's, over the rows of all contacts of the account. */
function combined(panel: PanelDef): PanelDef {
  if ('kpis' in panel) return { ...panel, kpis: panel.kpis.map(ofAccount) };
  return 'list' in panel ? { ...panel, list: ofAccount(panel.list) } : panel;
}

const accountOverview: CategoryDef = {
  id: 'overview',
  title: 'Overview',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'headline',
      kpis: [
        'account.peopleActive',
        'account.interactions',
        'account.clicksUnique',
        'account.websiteVisits',
        'account.formSubmissions',
      ],
    },
    {
      kind: 'people',
      id: 'people',
      title: 'Whom to call',
      tooltip:
        'The contacts of the account, first those who did most themselves in the period. The numbers add up to Interactions.',
      list: 'account.interactions',
      acts: 'acts',
    },
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Everything they did or were sent, newest first. A delivery that bounced later stays, marked so.',
      list: 'account.interactions',
    },
    {
      kind: 'breakdown',
      id: 'breakdown',
      title: 'What they did',
      tooltip: 'The interactions of the period by type. The parts add up to the tile Interactions.',
      list: 'account.interactions',
    },
  ],
};

/** Which lists a person is on is the person's own. */
const onlyOfPeople = ['overview', 'subscriptionListInteractions'];

/** What an account's tab shows: the contact's categories, combined over its contacts. */
export const accountCategories: readonly CategoryDef[] = [
  accountOverview,
  ...contactCategories
    .filter(({ id }) => !onlyOfPeople.includes(id))
    .map((category) => ({ ...category, panels: category.panels.map(combined) })),
];
