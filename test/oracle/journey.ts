import { isTestSend } from './keeping';
import { sameId } from './ids';
import { cell, type Row } from './rows';

/** What the rows say of a journey's tiles, told tile by tile from the definition as it was sent. Shares no code with the service; keep it so. */

interface Activity {
  readonly ActivityTypeId: string;
  readonly ActivityId: string;
  readonly ParentActivityId?: string;
  readonly ParentRelationshipType: string;
  readonly Properties: { readonly Items: readonly { readonly ActivityItemId: string }[] };
}

export type State = 'processed' | 'processing' | 'queued' | 'stopped' | 'expired';

/** A person in an iteration. */
export interface Pair {
  readonly person: string;
  readonly iteration: string;
  readonly rows: readonly Row[];
}

const emailDone = [
  ...['ActivityContactDispatched', 'EmailSent', 'EmailSendingFailed', 'EmailBlocked'],
  ...['EmailBlockedByUnsubscription', 'EmailBlockedByUser', 'EmailBlockedDuplicateAddress'],
  ...['EmailBlockedExternalConsentFailure', 'EmailBlockedInactiveContact', 'EmailBlockedMissingContactData'],
  ...['EmailBlockedMissingRelatedData', 'EmailBounceCacheBlocked', 'EmailBlockedOtherReason'],
  ...['EmailBlockedSuspension', 'EmailBlockedFrequencyCapReached', 'EmailBlockedTrialQuotaExceeded'],
  ...['InvalidRecipientAddress', 'InvalidSenderAddress', 'InvalidReplyToAddress', 'DomainNotOwnedByAnyone'],
  ...['DomainOwnedByDifferentOrganization', 'EmailContainsBlacklistedLinks', 'OutOfEmailCredits'],
];
const passes = ['PassThroughActivityContactProcessed'];
const byKind: Readonly<Record<string, readonly string[]>> = {
  Segment: passes,
  Event: passes,
  Email: emailDone,
  Trigger: ['TriggerActivityContactProcessed'],
  Splitter: ['SplitterActivityContactProcessed'],
  Scheduler: ['SchedulerActivityContactProcessed'],
  CreateLead: ['CreateLeadActivityContactProcessed'],
  CustomChannel: ['CreateCustomChannelActivityContactProcessed', 'CustomChannelResponse'],
};
/** Of kinds that nobody knows, whatever says that a step is done. */
const anyDone = [
  ...emailDone,
  ...Object.values(byKind).flat(),
  ...['CreateCrmActivityContactProcessed', 'TriggerCrmWorkflowActivityContactProcessed'],
  'CustomerJourneyContactRecordUpdated',
];
const stopped = [
  ...['ActivityContactBlocked', 'ActivityContactBlockedConsent', 'ActivityContactBlockedExternalConsent'],
  ...['ActivityContactBlockedSuppression', 'ActivityContactBlockedBusinessUnit', 'ActivityContactProcessingFailed'],
];
const expired = ['ActivityContactExpired', 'EmailBlockedByActivityExpiration'];

/** The pairs of a journey of which a row names a tile, on the pipeline or not. */
export function pairsOf(kept: readonly Row[], journey: string): readonly Pair[] {
  const pairs = new Map<string, Pair & { readonly rows: Row[] }>();
  for (const row of kept) {
    if (cell(row, 'CustomerJourneyId') !== journey || cell(row, 'ActivityId') === '' || isTestSend(row)) continue;
    const [person, iteration] = [cell(row, 'ContactId'), cell(row, 'CustomerJourneyIterationId')];
    const pair = pairs.get(`${person} ${iteration}`) ?? { person, iteration, rows: [] };
    pairs.set(`${person} ${iteration}`, pair);
    pair.rows.push(row);
  }
  return [...pairs.values()];
}

/** The state of a pair at a tile, and the way on that it took; undefined where it does not come by. */
export interface Found {
  readonly state: State;
  readonly way?: string;
}

export interface JourneyOracle {
  readonly tiles: readonly string[];
  at(pair: Pair, tile: string): Found | undefined;
  /** Whether the row names a tile that is on the pipeline. */
  isOnPipeline(row: Row): boolean;
  rowsAt(pair: Pair, tile: string): readonly Row[];
  childrenOf(tile: string): readonly string[];
  parentOf(tile: string): string | undefined;
  hasWays(tile: string): boolean;
}

export function journeyOracle(definition: readonly Activity[]): JourneyOracle {
  const of = (id: string): Activity | undefined => definition.find((one) => one.ActivityId === id);
  const childrenOf = (id: string): readonly string[] =>
    definition.filter((one) => one.ParentActivityId === id).map((one) => one.ActivityId);
  const names = (row: Row, id: string): boolean => {
    const named = sameId(cell(row, 'ActivityId'));
    if (named === id) return true;
    if (definition.some((one) => one.ActivityId === named)) return false;
    return of(id)?.Properties.Items.some((item) => sameId(item.ActivityItemId) === named) === true;
  };
  const rowsAt = (pair: Pair, id: string): readonly Row[] => pair.rows.filter((row) => names(row, id));
  const hasComeTo = (pair: Pair, id: string): boolean =>
    rowsAt(pair, id).length > 0 || childrenOf(id).some((child) => hasComeTo(pair, child));
  /** The ways on from a tile, each with the tiles that begin it; empty where there is one only. */
  const waysOf = (id: string): ReadonlyMap<string, readonly string[]> => {
    const kind = of(id)?.ActivityTypeId ?? '';
    const ways = new Map<string, readonly string[]>();
    for (const child of childrenOf(id)) {
      const way = kind === 'Splitter' ? child : (of(child)?.ParentRelationshipType.toLowerCase() ?? '');
      ways.set(way, [...(ways.get(way) ?? []), child]);
    }
    return kind === 'Splitter' || kind === 'Trigger' || ways.size > 1 ? ways : new Map();
  };
  const hasWays = (id: string): boolean =>
    waysOf(id).size > 0 || ['Splitter', 'Trigger'].includes(of(id)?.ActivityTypeId ?? '');

  function wayTaken(pair: Pair, id: string): string | undefined {
    if (!hasWays(id)) return undefined;
    const ways = [...waysOf(id)];
    const proven = ways.filter(([, tiles]) => tiles.some((tile) => hasComeTo(pair, tile)));
    const said = wayNamed(rowsAt(pair, id), id);
    const possible = proven.length > 0 ? proven : ways;
    const meant = possible.find(([way, tiles]) => said !== '' && (way === said || tiles.includes(said)));
    return meant?.[0] ?? proven[0]?.[0] ?? said;
  }

  function at(pair: Pair, id: string): Found | undefined {
    if (!definition.some((one) => hasRowAt(one.ActivityId))) return undefined;
    const parent = of(id)?.ParentActivityId;
    const before = parent === undefined ? undefined : at(pair, parent);
    if (parent !== undefined) {
      if (before === undefined || before.state === 'stopped') return undefined;
      if (before.state === 'processing' || before.state === 'queued') return { state: 'queued' };
      if (before.way !== undefined && !waysOf(parent).get(before.way)?.includes(id)) return undefined;
    }
    const way = wayTaken(pair, id);
    const on = (state: State): Found => ({ state, ...(way === undefined ? {} : { way }) });
    const kind = of(id)?.ActivityTypeId ?? '';
    const types = rowsAt(pair, id).map(({ type }) => type);
    if (kind === 'Email' && types.some((type) => expired.includes(type))) return on('expired');
    if (kind === 'bpf_root' || kind === 'SplitterBranch') return on('processed');
    if (childrenOf(id).some((child) => hasComeTo(pair, child))) return on('processed');
    if (types.some((type) => (byKind[kind] ?? anyDone).includes(type))) return on('processed');
    return { state: types.some((type) => stopped.includes(type)) ? 'stopped' : 'processing' };

    function hasRowAt(tile: string): boolean {
      return rowsAt(pair, tile).length > 0;
    }
  }

  return {
    tiles: definition.map((one) => one.ActivityId),
    at,
    isOnPipeline: (row) => definition.some((one) => names(row, one.ActivityId)),
    rowsAt,
    childrenOf,
    parentOf: (id) => of(id)?.ParentActivityId,
    hasWays,
  };
}

/** What the first row that says so names as the way on, of those that name the tile itself before those of an item. */
function wayNamed(rows: readonly Row[], tile: string): string {
  const place = (row: Row): string => {
    const named = sameId(cell(row, 'ActivityId'));
    return named === tile ? '' : named;
  };
  const telling = rows
    .filter((row) => [...anyDone, ...expired].includes(row.type))
    .map((row) => ({ row, says: sameId(cell(row, 'Path') || cell(row, 'NextActivityId')) }))
    .filter(({ says }) => says !== '')
    .sort((a, b) => {
      const [first, second] = [place(a.row), place(b.row)];
      if (first !== second) return first < second ? -1 : 1;
      return a.row.at - b.row.at || (a.row.id < b.row.id ? -1 : 1);
    });
  const said = telling[0]?.says ?? '';
  if (['yes', 'true', 'yesbranch'].includes(said)) return 'yesbranch';
  return ['no', 'false', 'nobranch'].includes(said) ? 'nobranch' : said;
}
