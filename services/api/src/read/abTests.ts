import {
  abConfidence,
  canonicalId,
  type AbTestAnswer,
  type AbVersion,
  type CounterId,
  type DirectoryFields,
  type JourneyTile,
  type VersionResult,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { partsOf } from '../directory/factParts';
import { factsOf } from '../directory/facts';
import type { Organisation } from '../service';
import { countAt, type ToldJourney } from './journeyNumbers';

/** What decides, as a share of a version's own sends. */
const decidedBy = {
  clickThroughRate: 'clicksUnique',
  openRate: 'opensUnique',
} as const satisfies Record<string, CounterId>;

const versions = ['A', 'B'] as const;

/**
 * The test of two versions of the message at a tile, as the directory tells of it; by version where rows tell versions
 * apart. `movedOn` where the directory has moved on too far to tell.
 */
export async function abTestOf(
  { store }: EngineContext,
  organisation: Organisation,
  journey: ToldJourney,
  tile: JourneyTile,
): Promise<AbTestAnswer | 'movedOn' | undefined> {
  if (tile.def.isEmail !== true || tile.record === undefined) return undefined;
  const { subject, view } = journey.reading;
  const ids = await partsOf(store, organisation, 'abTest', tile.record);
  const facts = await factsOf(store, organisation, 'abTest', ids, view);
  if (!facts) return 'movedOn';
  const tests = [...facts.values()].filter(
    ({ op, fields }) =>
      op === 'upsert' &&
      fields.emailId === tile.record &&
      fields.journeyId === subject.id &&
      canonicalId(fields.tile ?? '') === tile.id,
  );
  const [latest] = tests.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return latest && testAnswer(latest.fields, journey, tile);
}

function testAnswer(
  { state = 'draft', metric, shareA: a = 0, shareB: b = 0, winner }: DirectoryFields<'abTest'>,
  journey: ToldJourney,
  tile: JourneyTile,
): AbTestAnswer {
  const told = versions.map((version): AbVersion => ({
    version,
    sent: countAt(journey, tile, 'sent', version),
    delivered: countAt(journey, tile, 'delivered', version),
    opensUnique: countAt(journey, tile, 'opensUnique', version),
    clicksUnique: countAt(journey, tile, 'clicksUnique', version),
  }));
  const results = metric && told.map((version) => resultOf(version, decidedBy[metric]));
  const isTold = told.some(({ sent }) => sent.count > 0);
  return {
    state,
    ...(metric ? { metric } : {}),
    shares: { a, b, rest: Math.max(0, 100 - a - b) },
    ...(winner ? { winner } : {}),
    ...(isTold ? { versions: told } : {}),
    ...(isTold && results ? { confidence: confidenceOf(results) } : {}),
  };
}

const resultOf = (version: AbVersion, counter: 'opensUnique' | 'clicksUnique'): VersionResult => ({
  sends: version.sent.count,
  successes: version[counter].count,
});

const confidenceOf = ([a, b]: readonly VersionResult[]): number | null => (a && b ? abConfidence(a, b) : null);
