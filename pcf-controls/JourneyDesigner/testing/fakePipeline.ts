import {
  volumeIds,
  type AbTestAnswer,
  type CountAnswer,
  type KpiAnswer,
  type PipelineAnswer,
  type PipelineItem,
  type PipelinePath,
  type PipelineTile,
  type PipelineVolumes,
} from '@record-insights/domain';

/** Answers about pipelines as tests need them. */

export const journeyId = '7d1c8a40-1f3b-4c9e-8a57-2b6f0c3d9e11';

const titles: Readonly<Record<keyof PipelineVolumes, string>> = {
  inflow: 'Inflow',
  total: 'Total',
  processed: 'Processed',
  inProgress: 'In progress',
  processing: 'Processing',
  queued: 'Queued',
  notProcessed: 'Not processed',
  stopped: 'Stopped',
  expired: 'Expired',
};

/** Those that are told; the others follow from them. */
export interface Told {
  readonly inflow?: number;
  readonly processed?: number;
  readonly processing?: number;
  readonly queued?: number;
  readonly stopped?: number;
  readonly expired?: number;
}

const rowsOf = (tile: string, list: string): string =>
  `/v1/records/journey/${journeyId}/pipeline/${tile}/${list}?view=7`;

export function volumesOf(tile: string, told: Told = {}): PipelineVolumes {
  const { processed = 0, processing = 0, queued = 0, stopped = 0, expired = 0 } = told;
  const inProgress = processing + queued;
  const notProcessed = stopped + expired;
  const { inflow = processed + processing + notProcessed } = told;
  const total = processed + inProgress + notProcessed;
  const counts = { inflow, total, processed, inProgress, processing, queued, notProcessed, stopped, expired };
  return Object.fromEntries(
    volumeIds.map((id) => [id, { title: titles[id], count: counts[id], rows: rowsOf(tile, id) }]),
  ) as unknown as PipelineVolumes;
}

export const aTile = (id: string, changes: Partial<PipelineTile> & { readonly told?: Told } = {}): PipelineTile => {
  const { told, ...others } = changes;
  return {
    id,
    kind: 'Scheduler',
    kindTitle: 'Wait for',
    icon: 'Clock',
    name: `Tile ${id}`,
    items: [],
    volumes: volumesOf(id, told),
    kpis: [],
    paths: [],
    ...others,
  };
};

export const aPath = (tile: string, branch: string, title: string, count: number): PipelinePath => ({
  branch,
  title,
  count,
  rows: rowsOf(tile, `path/${branch}`),
});

const anItem = (kind: string, kindTitle: string, icon: string, name: string): PipelineItem => ({
  kind,
  kindTitle,
  icon,
  name,
});

const opened = 'opensUnique';

/** A KPI of an email tile. */
export const aKpi = (tile: string, id: string, title: string, value: number, percent: number | null) =>
  ({
    id: `journey.${id}`,
    title,
    value,
    unit: 'count',
    previous: null,
    comparable: false,
    definition: { tooltip: `${title} of this tile.`, formula: title, glossary: id },
    inputs: [],
    rows: rowsOf(tile, id),
    percent,
  }) as unknown as KpiAnswer & { readonly percent: number | null };

const page = anItem('LandingPage', 'Marketing page', 'Globe', 'Book a pump audit');
const form = anItem('MarketingForm', 'Marketing form', 'TextDocument', 'Audit request');
const email = { kind: 'Email', kindTitle: 'Send an email', icon: 'Mail' };

/** Half as many of each to A and B, then the winner. */
export const abTest: AbTestAnswer = {
  state: 'finished',
  metric: 'clickThroughRate',
  shares: { a: 10, b: 10, rest: 80 },
  winner: 'B',
  versions: (['A', 'B'] as const).map((version, n) => ({
    version,
    sent: numbered(version, 'sent', 1_200 + n),
    delivered: numbered(version, 'delivered', 1_180 + n),
    opensUnique: numbered(version, opened, 402 + 40 * n),
    clicksUnique: numbered(version, 'clicksUnique', 96 + 60 * n),
  })),
  confidence: 96.4,
};

function numbered(version: string, list: string, count: number): CountAnswer {
  return { count, rows: rowsOf('01_0', `${list}/${version}`) };
}

/** Seven tiles: an email, a question with two answers, and what follows each. */
export const pumpOwners: readonly PipelineTile[] = [
  aTile('01', {
    kind: 'Segment',
    kindTitle: 'Audience',
    icon: 'People',
    name: 'Pump owners, Nordics',
    told: { processed: 12_480 },
  }),
  aTile('01_0', {
    ...email,
    parent: '01',
    name: 'Winter check reminder',
    record: { type: 'email', id: '5a5f0c3d-9e11-4c9e-8a57-2b6f0c3d9e12' },
    items: [
      { ...page, record: { type: 'page', id: '5a5f0c3d-9e11-4c9e-8a57-2b6f0c3d9e13' } },
      { ...form, record: { type: 'form', id: '5a5f0c3d-9e11-4c9e-8a57-2b6f0c3d9e14' } },
    ],
    told: { processed: 12_021, stopped: 171, processing: 288 },
    kpis: [
      aKpi('01_0', 'delivered', 'Delivered', 11_842, 11_842 / 12_480),
      aKpi('01_0', 'opensUnique', 'Opened, unique', 4_891, 4_891 / 12_480),
      aKpi('01_0', 'hardBounces', 'Hard bounces', 38, 38 / 12_480),
    ],
    abTest,
  }),
  aTile('01_0_0', {
    kind: 'Trigger',
    kindTitle: 'If/then',
    icon: 'BranchMerge',
    parent: '01_0',
    name: 'Clicked the audit link?',
    told: { inflow: 12_021, processed: 9_436, processing: 2_521, queued: 288, stopped: 64 },
    paths: [aPath('01_0_0', 'yesBranch', 'Yes', 988), aPath('01_0_0', 'noBranch', 'No', 8_448)],
  }),
  aTile('01_0_0_0', {
    kind: 'CreateLead',
    kindTitle: 'Create lead',
    icon: 'Flag',
    parent: '01_0_0',
    branch: 'yesBranch',
    name: 'Audit lead',
    told: { processed: 983, processing: 5 },
  }),
  aTile('01_0_0_0_0', {
    kind: 'CreateCrmActivity',
    kindTitle: 'Phone call',
    icon: 'Phone',
    parent: '01_0_0_0',
    name: 'Offer an audit slot',
    told: { processed: 744, processing: 239 },
  }),
  aTile('01_0_0_1', {
    parent: '01_0_0',
    branch: 'noBranch',
    name: '3 days',
    told: { processed: 6_330, stopped: 12, processing: 2_106 },
  }),
  aTile('01_0_0_1_0', {
    ...email,
    parent: '01_0_0_1',
    name: 'Last audit slots',
    items: [page],
    told: { processed: 6_242, stopped: 31, processing: 57 },
  }),
];

/** As many tiles as asked for: a question now and then, whose answers go on for long, and what each depends on. */
export function largePipeline(size: number): readonly PipelineTile[] {
  const tiles: PipelineTile[] = [];
  const add = (parent: string | undefined, branch: string | undefined): void => {
    const n = tiles.length;
    const branches = n % 7 === 3 ? ['Yes', 'No'] : n % 23 === 11 ? ['1', '2', '3', 'All the others'] : [];
    const id = `tile ${n}`;
    tiles.push(
      aTile(id, {
        ...(parent === undefined ? {} : { parent }),
        ...(branch === undefined ? {} : { branch }),
        ...(n % 5 === 1 ? { ...email, items: n % 2 === 0 ? [page] : [page, form] } : {}),
        name: `Step ${n} of the way, said at length`,
        told: { processed: 20_000 - 37 * n, processing: (n * 13) % 90, queued: n % 17, stopped: n % 3 },
        paths: branches.map((one) => aPath(id, one, one, 5)),
      }),
    );
  };
  add(undefined, undefined);
  for (let open = 0; tiles.length < size; open += 1) {
    const { id, paths } = tiles[open] ?? aTile('none');
    for (const branch of paths.length > 0 ? paths.map((path) => path.branch) : [undefined])
      if (tiles.length < size) add(id, branch);
  }
  return depthFirst(tiles);
}

/** As the service sends them: parents before their children, branches in their order. */
function depthFirst(tiles: readonly PipelineTile[], parent?: string): readonly PipelineTile[] {
  return tiles.filter((tile) => tile.parent === parent).flatMap((tile) => [tile, ...depthFirst(tiles, tile.id)]);
}

export const pipelineAnswer = (
  tiles: readonly PipelineTile[] = pumpOwners,
  changes: Partial<PipelineAnswer> = {},
): PipelineAnswer => ({
  journey: journeyId,
  view: 7,
  freshness: { countedUntil: '2026-11-23T12:47:00.000Z', waiting: 0 },
  zone: 'Europe/Oslo',
  live: 'live',
  iterations: [],
  tiles,
  notOnPipeline: { count: 0, rows: `/v1/records/journey/${journeyId}/pipeline/none?view=7` },
  ...changes,
});
