import type { CategoryDef, PanelDef } from './insights';
import { wideList } from './listPanels';
import type { KpiId } from './kpis';

const preset = 'months12';

const tiles = (...kpis: readonly KpiId[]): PanelDef => ({ kind: 'kpiTiles', id: 'headline', kpis });

const byDay = (tooltip: string, ...kpis: readonly KpiId[]): PanelDef => ({
  kind: 'byDay',
  id: 'byDay',
  title: 'By day',
  tooltip,
  kpis,
});

const where = (kpi: KpiId, tooltip: string): PanelDef => ({ kind: 'map', id: 'map', title: 'Where', tooltip, kpi });

/** What a marketing page's tab shows. */
export const pageCategories: readonly CategoryDef[] = [
  {
    id: 'overview',
    title: 'Overview',
    preset,
    panels: [
      tiles('page.pageVisits', 'page.visitors', 'page.formSubmissions', 'page.conversion'),
      byDay('Visits and submissions on each day of the period.', 'page.pageVisits', 'page.formSubmissions'),
      {
        kind: 'kpiTiles',
        id: 'returning',
        title: 'New and returning',
        compact: true,
        kpis: ['page.newVisits', 'page.returningVisits'],
      },
      where('page.pageVisits', 'Visits by country.'),
    ],
  },
  {
    id: 'submissions',
    title: 'Submissions',
    preset,
    panels: [
      wideList(
        'submissions',
        'Submissions',
        'page.formSubmissions',
        'Each form sent from the page, with what was filled in. A value that is cut shows whole with all the others.',
      ),
    ],
  },
  {
    id: 'visits',
    title: 'Visits',
    preset,
    panels: [wideList('visits', 'Visits', 'page.pageVisits', 'Each visit, by whom where that is known.')],
  },
];

/** What a marketing form's tab shows, of all its uses together. */
export const formCategories: readonly CategoryDef[] = [
  {
    id: 'overview',
    title: 'Overview',
    preset,
    panels: [
      tiles('form.formVisits', 'form.formSubmissions', 'form.conversion', 'form.failedSubmissions'),
      {
        kind: 'kpiTiles',
        id: 'results',
        title: 'What came of submissions',
        compact: true,
        kpis: ['form.contactsCreated', 'form.contactsUpdated', 'form.leadsCreated', 'form.leadsUpdated'],
      },
      byDay('Visits and submissions on each day of the period.', 'form.formVisits', 'form.formSubmissions'),
      {
        kind: 'values',
        id: 'pages',
        title: 'By page',
        tooltip: 'The pages on which it stands, with what was done there.',
        dimension: 'page',
        kpis: ['form.formVisits', 'form.formSubmissions', 'form.conversion'],
        shows: 'table',
      },
      {
        kind: 'values',
        id: 'failures',
        title: 'Why submissions failed',
        tooltip: 'Submissions that could not be processed, by the message that says why.',
        dimension: 'failure',
        kpis: ['form.failedSubmissions'],
        shows: 'table',
      },
    ],
  },
  {
    id: 'submissions',
    title: 'Submissions',
    preset,
    panels: [
      wideList(
        'submissions',
        'Submissions',
        'form.formSubmissions',
        'Each submission, with what was filled in. A value that is cut shows whole with all the others.',
      ),
    ],
  },
  {
    id: 'visits',
    title: 'Visits',
    preset,
    panels: [
      wideList('visits', 'Visits', 'form.formVisits', 'Each time the form was seen, and the page it stands on.'),
    ],
  },
];

/** What a website's tab shows. */
export const websiteCategories: readonly CategoryDef[] = [
  {
    id: 'overview',
    title: 'Overview',
    preset,
    panels: [
      tiles('website.pageVisits', 'website.visitors', 'website.sessions', 'website.websiteClicks'),
      byDay('Visits and clicks on each day of the period.', 'website.pageVisits', 'website.websiteClicks'),
      {
        kind: 'values',
        id: 'popularPages',
        title: 'Most popular pages',
        tooltip: 'Pages by their visits.',
        dimension: 'page',
        kpis: ['website.pageVisits'],
        shows: 'table',
      },
      where('website.pageVisits', 'Visits by country.'),
      {
        kind: 'values',
        id: 'referrers',
        title: 'Referrers',
        tooltip: 'Where visitors came from, as their browsers tell it.',
        dimension: 'referrer',
        kpis: ['website.pageVisits'],
        shows: 'bars',
        most: 10,
      },
      {
        kind: 'values',
        id: 'phrases',
        title: 'Search phrases',
        tooltip: 'What visitors searched for before they came, where search engines tell it.',
        dimension: 'phrase',
        kpis: ['website.pageVisits'],
        shows: 'bars',
        most: 10,
      },
    ],
  },
  {
    id: 'visits',
    title: 'Visits',
    preset,
    panels: [
      wideList('visits', 'Visits', 'website.pageVisits', 'Each visit of a page, by whom where that is known.'),
      wideList('clicks', 'Clicks', 'website.websiteClicks', 'Each click on a link of its pages.'),
    ],
  },
];

/** What a redirect URL's tab shows. */
export const redirectUrlCategories: readonly CategoryDef[] = [
  {
    id: 'overview',
    title: 'Overview',
    preset,
    panels: [
      tiles('redirectUrl.redirectClicks', 'redirectUrl.redirectPeople'),
      byDay('Clicks on each day of the period, repeats included.', 'redirectUrl.redirectClicks'),
      where('redirectUrl.redirectClicks', 'Clicks by country.'),
      {
        kind: 'values',
        id: 'referrers',
        title: 'Referrers',
        tooltip: 'Where those who clicked came from, as their browsers tell it.',
        dimension: 'referrer',
        kpis: ['redirectUrl.redirectClicks'],
        shows: 'bars',
        most: 10,
      },
    ],
  },
  {
    id: 'timeline',
    title: 'Timeline',
    preset,
    panels: [wideList('clicks', 'Clicks', 'redirectUrl.redirectClicks', 'Each click, by whom where that is known.')],
  },
];
