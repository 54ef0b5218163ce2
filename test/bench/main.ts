import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measure, type Asked } from './measure';
import { orders, tableOf, type Order, type Report } from './report';
import { storeKinds } from './stage';

/** What the command line asks for. */
interface AskedOfAll extends Asked {
  readonly orders: readonly Order[];
}

class UsageError extends Error {}

const usage =
  'npm run bench -- --interactions N [--store embedded|azure] [--order time|random|both] [--upkeep] [--profile DIR]';

function readAsked(words: readonly string[]): AskedOfAll {
  const values = parsed(words);
  const interactions = Number(values.interactions);
  if (!/^\d+$/.test(values.interactions) || interactions < 1000 || interactions > 10_000_000)
    throw new UsageError(`--interactions ${values.interactions}: give a number from 1000 to 10000000.`);
  return {
    interactions,
    store: oneOf('store', storeKinds, values.store),
    orders: values.order === 'both' ? orders : [oneOf('order', [...orders, 'both'] as const, values.order) as Order],
    profile: values.profile,
    upkeep: values.upkeep,
  };
}

function parsed(words: readonly string[]): {
  interactions: string;
  store: string;
  order: string;
  profile?: string;
  upkeep?: boolean;
} {
  const options = {
    interactions: { type: 'string', default: '100000' },
    store: { type: 'string', default: 'embedded' },
    order: { type: 'string', default: 'both' },
    profile: { type: 'string' },
    upkeep: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    throw new UsageError(`Use: ${usage}`);
  }
}

function oneOf<T extends string>(option: string, known: readonly T[], word: string): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} ${word} is not known. Give one of: ${known.join(', ')}.`);
}

async function main(): Promise<void> {
  const asked = readAsked(process.argv.slice(2));
  const report: Report = {};
  for (const order of asked.orders) report[order] = await measure(asked, order);
  console.log(`\n${asked.interactions.toLocaleString('en')} interactions, ${asked.store} store\n${tableOf(report)}\n`);
  const { interactions, store } = asked;
  console.log(JSON.stringify({ interactions, store, node: process.version, cpus: cpus().length, ...report }));
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
