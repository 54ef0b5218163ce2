import {
  definitionOf,
  kpiOf,
  type CounterId,
  type FunnelAnswer,
  type HeatMapAnswer,
  type KpiAnswer,
  type KpiId,
  type LinkAnswer,
  type MapAnswer,
  type ResultAnswer,
  type ResultsAnswer,
  type ValuesAnswer,
} from '@record-insights/domain';
import type { PanelOf } from '../panels/panelProps';
import { newsletter, newsletterBefore, site } from './messages';

/** What the service answers about a message, a page or a website, of numbers as simple as tests need them. */

const tooltip = 'What it tells.';
const values = {
  kind: 'values',
  id: 'domains',
  title: 'By domain',
  tooltip,
  dimension: 'domain',
  kpis: ['contact.delivered', 'contact.opensUnique', 'contact.openRate'],
} as const;

/** Panels that the answers below are about. */
export const channelPanels = {
  funnel: {
    kind: 'funnel',
    id: 'funnel',
    title: 'Delivery funnel',
    tooltip,
    kpis: ['contact.sent', 'contact.delivered', 'contact.opensUnique', 'contact.clicksUnique'],
  },
  bars: { ...values, shows: 'bars' },
  table: { ...values, shows: 'table' },
  map: { kind: 'map', id: 'map', title: 'Where people were', tooltip, kpi: 'contact.opensTotal' },
  results: { kind: 'results', id: 'results', title: 'Delivery results', tooltip, results: [] },
  heatMap: { kind: 'heatMap', id: 'links', title: 'Heat map', tooltip },
} as const satisfies Readonly<Record<string, PanelOf<'funnel' | 'values' | 'map' | 'results' | 'heatMap'>>>;

const emailId = 'aaaaaaaa-0000-4000-8000-000000000001';
const address = (list: string): string => `/v1/records/email/${emailId}/lists/${list}?from=2026-10-25&to=2026-11-23`;

function stepAnswer(id: KpiId, value: number | null): KpiAnswer {
  const { title, unit } = kpiOf(id);
  return {
    id,
    title,
    unit,
    value,
    previous: null,
    comparable: false,
    definition: definitionOf(id),
    inputs: [],
    explain: `/v1/records/email/${emailId}/explain/${id}`,
    rows: address(id),
  };
}

/** @param values of sent, delivered, opened and clicked */
export const funnelAnswer = (values: readonly (number | null)[] = [11_903, 11_842, 4_891, 1_902]): FunnelAnswer => ({
  kind: 'funnel',
  id: 'funnel',
  steps: channelPanels.funnel.kpis.map((id, n) => stepAnswer(id, values[n] ?? null)),
});

export const valuesAnswer: ValuesAnswer = {
  kind: 'values',
  id: 'domains',
  columns: [
    { id: 'delivered', title: 'Delivered', tooltip: 'Messages that were delivered.', unit: 'count' },
    { id: 'opened', title: 'Opened, unique', tooltip: 'Messages that were opened.', unit: 'count' },
    { id: 'openRate', title: 'Open rate', tooltip: 'The share opened.', unit: 'percent' },
  ],
  values: [
    {
      value: 'fjordmill.example',
      title: 'fjordmill.example',
      numbers: [1200, 480, 0.4],
      rows: address('contact.delivered'),
    },
    {
      value: 'solheim.example',
      title: 'solheim.example',
      numbers: [800, 600, 0.75],
      rows: address('contact.delivered'),
    },
    { value: '', title: '', numbers: [30, 0, null] },
  ],
  more: 7,
};

export const mapAnswer: MapAnswer = {
  kind: 'map',
  id: 'map',
  total: 4_891,
  countries: [
    { country: 'NO', count: 3_208 },
    { country: 'SE', count: 902 },
    { country: 'DK', count: 511 },
    { country: 'SG', count: 12 },
  ],
  unknown: 258,
};

const result = (
  counter: CounterId,
  id: string,
  title: string,
  count: number,
  ...parts: readonly ResultAnswer[]
): ResultAnswer => ({
  id,
  title,
  count,
  rows: `${address(`contact.${counter}`)}&value=${id === counter ? '' : id}`,
  parts,
});

export const resultsAnswer: ResultsAnswer = {
  kind: 'results',
  id: 'results',
  results: [
    result('delivered', 'delivered', 'Delivered', 5),
    result(
      'hardBounces',
      'bounced',
      'Bounced',
      3,
      result('hardBounces', 'hard', 'Hard', 2, result('hardBounces', 'noMailbox', 'No such mailbox', 2)),
      result('softBounces', 'soft', 'Soft', 1),
    ),
    result('blocked', 'blocked', 'Blocked', 0),
  ],
};

const clicked = (path: string, name: string, count: number, unique: number): LinkAnswer => ({
  link: `link of ${path}`,
  name,
  address: `${site}${path}`,
  count,
  unique,
  rows: `${address('contact.clicksTotal').split('?')[0] ?? ''}?value=link:${path}&ever=true`,
});

/** Of the newsletter: its links, one of the version before, and one of which no row tells the address. */
export const heatMapAnswer: HeatMapAnswer = {
  kind: 'heatMap',
  id: 'links',
  contents: [
    { version: 2, liveFrom: '2026-11-14T23:30:00.000Z', html: newsletter },
    { version: 1, html: newsletterBefore },
  ],
  delivered: 11_842,
  uniqueClicks: 2_600,
  links: [
    clicked('/audit', 'Book a pump audit', 1204, 988),
    clicked('/parts/kit-1?from=mail&n=1', 'Seal kit 1', 402, 371),
    clicked('/parts/kit-2?from=mail&n=2', 'Seal kit 2', 318, 296),
    clicked('/stories/fjordmill', 'Read the story', 131, 120),
    clicked('/offers/summer', 'Summer offer & more', 24, 23),
    { ...clicked('', 'Preferences', 9, 9), address: '' },
  ],
};
