import { performance } from 'node:perf_hooks';
import type { CatalogueAnswer, InsightsAnswer, ListAnswer } from '@record-insights/domain';
import type { Client } from './client';
import { timesOf, type Times } from './figures';
import type { Mix } from './mix';

/** Records that each category is asked of: one for so many rows that were sent, and no more than enough. */
const [rowsARecord, enoughRecords] = [100, 200];
const rowsPerPage = 10;
const deepest = 20;

/** How long every category, and list pages at random depth, take over everything that is shown, as a caller sees it. */
export async function measureReads(
  client: Client,
  { records }: Mix,
  rows: number,
): Promise<Readonly<Record<string, Times>>> {
  const recordsAsked = Math.min(enoughRecords, Math.ceil(rows / rowsARecord));
  const { recordTypes } = await client.get<CatalogueAnswer>('/v1/catalogue');
  const to = new Date().toISOString().slice(0, 10);
  const found: Record<string, Times> = {};
  const pages: number[] = [];
  for (const { id: recordType, categories } of recordTypes) {
    const asked = Array.from({ length: recordsAsked }, () => drawn(records[recordType]));
    for (const category of categories) {
      const times: number[] = [];
      for (const id of asked) {
        const path = `/v1/records/${recordType}/${id}/insights/${category.id}?from=2000-01-01&to=${to}`;
        const { milliseconds, answer } = await timed(() => client.get<InsightsAnswer>(path));
        times.push(milliseconds);
        const lists = listsIn(answer);
        if (lists.length > 0) pages.push(await pageTime(client, drawn(lists)));
      }
      found[`${recordType}.${category.id}`] = timesOf(times);
    }
  }
  return { ...found, 'list page': timesOf(pages) };
}

/** The first call pays for asking CRM and for signing in; the second is the service's own. */
async function timed<T>(read: () => Promise<T>): Promise<{ milliseconds: number; answer: T }> {
  await read();
  const begun = performance.now();
  const answer = await read();
  return { milliseconds: performance.now() - begun, answer };
}

/** Relative addresses of all lists that an answer opens. */
function listsIn({ panels }: InsightsAnswer): readonly string[] {
  return panels.flatMap((panel) =>
    panel.kind === 'kpiTiles' ? panel.kpis.flatMap(({ rows = [] }) => rows) : 'rows' in panel ? [panel.rows] : [],
  );
}

async function pageTime(client: Client, list: string): Promise<number> {
  let path = `${list}&limit=${rowsPerPage}`;
  const { total } = await client.get<ListAnswer>(path);
  const depth = Math.floor(Math.random() * Math.min(deepest, Math.ceil(total / rowsPerPage)));
  for (let i = 0; i < depth; i++) path = (await client.get<ListAnswer>(path)).next ?? path;
  return (await timed(() => client.get<ListAnswer>(path))).milliseconds;
}

const drawn = (all: readonly string[]): string => all[Math.floor(Math.random() * all.length)] ?? '';
