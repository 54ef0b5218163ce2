import type { Step } from '@record-insights/api/context';
import type { Report } from './simulation';
import type { Counts } from './troubles';

const isLong = process.env['RECORD_INSIGHTS_LONG'] === '1';
const only = process.env['RECORD_INSIGHTS_SEED'];

/** Every schedule by its seed; only the one in RECORD_INSIGHTS_SEED, when it is given. */
export const seeds: readonly number[] =
  only === undefined ? Array.from({ length: isLong ? 25_000 : 1000 }, (_, i) => i + 1) : [Number(only)];

/** They may take no longer, so that a schedule that hangs fails its test. */
export const patience = isLong ? 3_600_000 : 600_000;

/** What happened in many simulations. */
export interface Summary {
  readonly schedules: number;
  readonly groups: number;
  readonly compared: number;
  readonly erasures: number;
  readonly crashes: Readonly<Partial<Record<Step, number>>>;
  readonly troubles: Partial<Counts>;
}

/** @throws what broke the law, with the seed and how to run it again */
export async function runAll(simulate: (seed: number) => Promise<Report>): Promise<Summary> {
  const reports: Report[] = [];
  for (const seed of seeds) reports.push(await simulate(seed).catch((error: unknown) => rethrow(seed, error)));
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  return {
    schedules: reports.length,
    groups: sum(({ groups }) => groups),
    compared: sum(({ compared }) => compared),
    erasures: sum(({ erasures }) => erasures),
    crashes: sums(reports.map(({ crashes }) => Object.fromEntries(crashes))),
    troubles: sums(reports.map(({ troubles }) => troubles)),
  };
}

function rethrow(seed: number, error: unknown): never {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  throw new Error(
    `Seed ${seed} broke the law. RECORD_INSIGHTS_SEED=${seed} npx jest --selectProjects faults -- simulation\n${told}`,
    { cause: error },
  );
}

function sums(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const one of all) for (const [name, count] of Object.entries(one)) total[name] = (total[name] ?? 0) + count;
  return total;
}
