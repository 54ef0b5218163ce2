import fc from 'fast-check';
import {
  interactionFrom,
  personRecordOf,
  readDefinition,
  shownTiles,
  signatureOf,
  volumesOf,
  waysOf,
  type JourneyDefinition,
  type JourneyTile,
  type TileVolumes,
} from '@record-insights/domain';
import { journey, journeyHistories, type Activity } from './journeys';
import { journeyOracle, pairsOf, type Found, type Pair, type State } from '../oracle/journey';
import { keptRows } from '../oracle/keeping';
import type { Delivered } from '../oracle/rows';

const definitionOf = (activities: readonly Activity[]): JourneyDefinition => {
  const read = readDefinition(activities);
  if ('problem' in read) throw new Error(read.problem);
  return read.definition;
};

function signaturesOf(pairs: readonly Pair[]): readonly (readonly [string, number])[] {
  return pairs.map(({ rows }) => [
    signatureOf(rows.map(({ cells }) => personRecordOf(interactionFrom(Object.fromEntries(cells))))),
    1,
  ]);
}

/** In what order events come in, and which of them again. */
const orders = fc.array(fc.nat(999), { minLength: 1, maxLength: 40 });

const inOrder = (deliveries: readonly Delivered[], keys: readonly number[]): readonly Delivered[] =>
  deliveries
    .map((delivered, i) => ({ delivered, key: keys[i % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ delivered }) => delivered);

const states: readonly State[] = ['processed', 'processing', 'queued', 'stopped', 'expired'];
const statesOf = (found: readonly (Found | undefined)[]): readonly number[] =>
  states.map((state) => found.filter((one) => one?.state === state).length);
const statesIn = (volumes: TileVolumes['volumes']): readonly number[] => states.map((state) => volumes[state]);

/** The laws by name that the tile breaks. */
function lawsBroken(
  tile: JourneyTile,
  told: TileVolumes,
  all: ReadonlyMap<JourneyTile, TileVolumes>,
): readonly string[] {
  const { total, inflow, inProgress, notProcessed, processed, processing, queued, stopped, expired } = told.volumes;
  const ways = waysOf(tile, told.ways.keys()).map(({ branch }) => told.ways.get(branch) ?? 0);
  const passedOn = ways.length === 0 ? processed : ways.reduce((a, b) => a + b);
  const laws: readonly (readonly [string, number, number])[] = [
    ['total', total, inProgress + notProcessed + processed],
    ['in progress', inProgress, processing + queued],
    ['not processed', notProcessed, stopped + expired],
    [
      'inflow is what paths passed on, what it holds, what stopped and what expired',
      inflow,
      passedOn + processing + stopped + expired,
    ],
    ...(tile.parent ? ([['inflow is what came along its path', inflow, entersFrom(tile, all)]] as const) : []),
  ];
  return laws.flatMap(([law, a, b]) => (a === b ? [] : [`${tile.id}, ${law}: ${a} and ${b}`]));
}

const entersFrom = (tile: JourneyTile, all: ReadonlyMap<JourneyTile, TileVolumes>): number => {
  const parent = tile.parent && all.get(tile.parent);
  const { processed = 0, expired = 0 } = parent?.volumes ?? {};
  return tile.branch === '' ? processed + expired : (parent?.ways.get(tile.branch) ?? 0);
};

test('after every event of any history, in any order, volumes are the oracle’s and add up at every tile', () => {
  fc.assert(
    fc.property(journeyHistories, orders, ({ definition: activities, deliveries }, keys) => {
      const definition = definitionOf(activities);
      const oracle = journeyOracle(activities);
      const arriving = inOrder(deliveries, keys);
      for (let n = 1; n <= arriving.length; n++) {
        const pairs = pairsOf(keptRows(arriving.slice(0, n)), journey);
        const all = volumesOf(definition, signaturesOf(pairs));
        const found = [...all.keys()].map((tile) => [tile.id, statesOf(pairs.map((pair) => oracle.at(pair, tile.id)))]);
        expect([...all].map(([tile, { volumes }]) => [tile.id, statesIn(volumes)])).toEqual(found);
        expect([...all].flatMap(([tile, told]) => lawsBroken(tile, told, all))).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
});

test('a person’s signature is the same in whatever order rows come, and again', () => {
  fc.assert(
    fc.property(journeyHistories, orders, ({ deliveries }, keys) => {
      const told = (some: readonly Delivered[]): readonly string[] =>
        signaturesOf(pairsOf(keptRows(some), journey))
          .map(([signature]) => signature)
          .sort();
      const arriving = inOrder(deliveries, keys);
      expect(told([...arriving, ...arriving.slice(0, 3)])).toEqual(told(deliveries));
    }),
    { numRuns: 60 },
  );
});

test('every tile is shown once, below one that is shown before it', () => {
  fc.assert(
    fc.property(journeyHistories, ({ definition }) => {
      const shown = shownTiles(definitionOf(definition));
      const seen = new Set<JourneyTile>();
      for (const { tile, parent, branch } of shown) {
        if (parent) expect(seen).toContain(parent);
        if (branch !== undefined && parent) expect(waysOf(parent).map((way) => way.branch)).toContain(branch);
        expect(seen).not.toContain(tile);
        seen.add(tile);
      }
      expect(shown.filter(({ parent }) => !parent)).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});
