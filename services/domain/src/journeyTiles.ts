import type { JourneyBranch, JourneyDefinition, JourneyTile } from './journeyDefinition';
import { canonicalId } from './ids';
import type { PersonRecord } from './personRecord';
import { branchSaid } from './registry/tileKinds';
import {
  stopReasonIds,
  stopReasonOf,
  tileMarkIds,
  tileMarks,
  type StopReason,
  type TileMark,
} from './registry/tileMarks';
import { traitOf } from './traits';

/**
 * Where people stand in a journey, in two steps, so that nothing that is stored depends on how the journey is drawn:
 * what rows say of a person in an iteration becomes a short text, and the text and the definition together tell the
 * state at each tile.
 */

/** What rows tell of a person at a tile. */
interface TileFacts {
  readonly marks: ReadonlySet<TileMark>;
  /** The way on that the first row with one names; empty where none does. */
  readonly path: string;
  readonly stop?: StopReason;
}

type Row = Pick<PersonRecord, 'id' | 'type' | 'at' | 'tile' | 'traits'>;

/** Between tiles of a signature, and between the parts of one. */
const [between, inside] = ['|', '\t'];
const plain = (text: string): string => canonicalId(text.replaceAll(/[|\t\n]/g, ' '));

const marksByType = new Map<string, TileMark>(
  tileMarkIds.flatMap((mark) => tileMarks[mark].types.map((type) => [type, mark] as const)),
);
const marksByLetter = new Map<string, TileMark>(tileMarkIds.map((mark) => [tileMarks[mark].letter, mark]));
const stopsByLetter = new Map<string, StopReason>(stopReasonIds.map((id) => [stopReasonOf(id).letter, id]));

/** What a row says about being done with its tile; undefined where it says nothing of the kind. */
export const markOfType = (type: string): TileMark | undefined => marksByType.get(type);

/** Why the row tells that somebody was stopped; undefined where it does not. */
export function stopReasonIn(row: Pick<Row, 'type' | 'traits'>): StopReason | undefined {
  return stopReasonIds.find((id) => {
    const { types, says } = stopReasonOf(id);
    return types.includes(row.type) && (says === undefined || traitOf(row, 'reason').toLowerCase().includes(says));
  });
}

/** The way on that the row names, in its one spelling. */
export const pathIn = (row: Pick<Row, 'traits'>): string => plain(traitOf(row, 'path'));

/**
 * What the rows of a person in one iteration of a journey say of its tiles, in one short text: the same for all of whom
 * rows say the same, in whatever order they came. Rows that name no tile say nothing.
 */
export function signatureOf(rows: readonly Row[]): string {
  const tiles = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.tile === '') continue;
    const tile = plain(row.tile);
    const own = tiles.get(tile);
    if (own) own.push(row);
    else tiles.set(tile, [row]);
  }
  return [...tiles]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tile, own]) => [tile, ...factsText(own)].join(inside))
    .join(between);
}

function factsText(rows: readonly Row[]): readonly string[] {
  const types = new Set(rows.map(({ type }) => type));
  const marks = tileMarkIds.filter((mark) => tileMarks[mark].types.some((type) => types.has(type)));
  const reasons = new Set(rows.map(stopReasonIn));
  const stop = stopReasonIds.find((id) => reasons.has(id));
  const letters = [...marks.map((mark) => tileMarks[mark].letter), ...(stop ? [stopReasonOf(stop).letter] : [])];
  const path = firstPath(rows);
  return path === '' ? [letters.join('')] : [letters.join(''), path];
}

function firstPath(rows: readonly Row[]): string {
  let first: Row | undefined;
  for (const row of rows) {
    if (!marksByType.has(row.type) || pathIn(row) === '') continue;
    if (!first || row.at < first.at || (row.at === first.at && row.id < first.id)) first = row;
  }
  return first ? pathIn(first) : '';
}

function factsIn(signature: string): readonly (readonly [tile: string, TileFacts])[] {
  if (signature === '') return [];
  return signature.split(between).map((text) => {
    const [tile = '', letters = '', path = ''] = text.split(inside);
    const all = Array.from(letters);
    const marks = all.map((letter) => marksByLetter.get(letter)).filter((one) => one !== undefined);
    const stop = all.map((letter) => stopsByLetter.get(letter)).find((one) => one !== undefined);
    return [tile, { marks: new Set(marks), path, ...(stop ? { stop } : {}) }];
  });
}

/** How it stands with a person at a tile: come and not on, gone on, or not come yet. */
export type TileState = 'processed' | 'processing' | 'queued' | 'stopped' | 'expired';

export interface TileStanding {
  readonly state: TileState;
  /** Of those who went on from a tile with several ways: the branch, the name that no branch has, or empty. */
  readonly path?: string;
  readonly stop?: StopReason;
}

/** Where a person stands: the tiles at which it does; those that are left out it does not come by. */
export type Standing = ReadonlyMap<JourneyTile, TileStanding>;

/**
 * Where a person stands of whom rows say this. A row at a tile proves that its person passed all tiles before it; so
 * of two ways on the one holds that rows further on prove.
 * @param signature as `signatureOf` gives it
 */
export function standingOf({ tiles, tileNamed }: JourneyDefinition, signature: string): Standing {
  const facts = new Map<JourneyTile, TileFacts>();
  for (const [id, told] of factsIn(signature)) {
    const tile = tileNamed(id);
    if (!tile) continue;
    const known = facts.get(tile);
    // What the tile itself is told of comes before what one of its items is.
    facts.set(tile, known && id === canonicalId(tile.id) ? together(told, known) : together(known, told));
  }
  const standing = new Map<JourneyTile, TileStanding>();
  if (facts.size === 0) return standing;
  const proven = new Set<JourneyTile>();
  for (const tile of facts.keys())
    for (let at: JourneyTile | undefined = tile; at && !proven.has(at); at = at.parent) proven.add(at);
  const [first] = tiles;
  for (const tile of tiles) {
    const came = tile.parent ? comesFrom(tile, standing.get(tile.parent)) : tile === first || proven.has(tile);
    if (came === 'queued') standing.set(tile, { state: 'queued' });
    else if (came) standing.set(tile, stateAt(tile, facts.get(tile), proven));
  }
  return standing;
}

function together(a: TileFacts | undefined, b: TileFacts): TileFacts {
  if (!a) return b;
  const stops = [a.stop, b.stop];
  const stop = stopReasonIds.find((id) => stops.includes(id));
  return { marks: new Set([...a.marks, ...b.marks]), path: a.path || b.path, ...(stop ? { stop } : {}) };
}

/** Whether somebody comes to a tile who stands so at its parent, or waits to come. */
function comesFrom(tile: JourneyTile, before: TileStanding | undefined): boolean | 'queued' {
  if (before?.state === 'processing' || before?.state === 'queued') return 'queued';
  if (before?.state !== 'processed' && before?.state !== 'expired') return false;
  return before.path === undefined || before.path === tile.branch;
}

function stateAt(tile: JourneyTile, facts: TileFacts | undefined, proven: ReadonlySet<JourneyTile>): TileStanding {
  const { def, branches } = tile;
  const isBeyond = branches.some((branch) => isReached(branch, proven));
  const went = (state: TileState): TileStanding =>
    hasWays(tile) ? { state, path: wayOn(tile, facts?.path ?? '', proven) } : { state };
  if (def.mayExpire === true && facts?.marks.has('expired') === true) return went('expired');
  if (isBeyond || def.passes === true || def.doneBy.some((mark) => facts?.marks.has(mark) === true))
    return went('processed');
  return facts?.stop ? { state: 'stopped', stop: facts.stop } : { state: 'processing' };
}

/** Whether people go on from it on one of several ways. */
export const hasWays = ({ def, branches }: JourneyTile): boolean =>
  def.branchesBy !== undefined || branches.some(({ id }) => id !== '');

const isReached = ({ tiles }: JourneyBranch, proven: ReadonlySet<JourneyTile>): boolean =>
  tiles.some((tile) => proven.has(tile));

/** The branch that rows further on prove; where they prove several, or none, the one that is named, if it can be. */
function wayOn({ branches }: JourneyTile, path: string, proven: ReadonlySet<JourneyTile>): string {
  const named = branchSaid(path);
  const reached = branches.filter((branch) => isReached(branch, proven));
  const among = reached.length > 0 ? reached : branches;
  const said = among.find(({ id, tiles }) => named !== '' && (id === named || tiles.some((tile) => tile.id === named)));
  return said?.id ?? reached[0]?.id ?? named;
}
