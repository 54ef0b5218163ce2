import type { Columns } from './interaction';
import type { PersonRecord } from './personRecord';
import {
  dimensionOf,
  traitIds,
  traits,
  type DimensionDef,
  type DimensionId,
  type TraitDef,
  type TraitId,
} from './registry/dimensions';
import { shortened } from './textHash';

/** Between traits of a record, and between the parts of one. */
const [between, inside] = ['\u0001', '\n'];
/** A trait's mark is the letter of its place. */
const markOf = (id: TraitId): string => String.fromCharCode(97 + traitIds.indexOf(id));

const longest = 1000;

/** The traits of a row in one text, absent ones left out: rows alike in them have the same. */
export function traitsOf(columns: Columns, type?: string): string {
  const found: string[] = [];
  for (const id of traitIds) {
    const trait: TraitDef = traits[id];
    if (trait.type !== undefined && trait.type !== type) continue;
    const value = valueIn(trait, columns);
    if (value !== '') found.push(markOf(id) + value);
  }
  return found.join(between);
}

function valueIn({ columns: names, together }: TraitDef, columns: Columns): string {
  if (!together) return firstOf(names, columns);
  const parts = together.map((some) => firstOf(some, columns).replaceAll(inside, ' '));
  return parts[0] === '' ? '' : parts.join(inside);
}

function firstOf(names: readonly string[], columns: Columns): string {
  for (const name of names) {
    const value = columns[name];
    if (value !== undefined) return shortened(value.replaceAll(between, ' '), longest);
  }
  return '';
}

/** A trait of a record; empty where its row does not tell. */
export function traitOf({ traits: text }: Pick<PersonRecord, 'traits'>, id: TraitId): string {
  const mark = markOf(id);
  for (const one of text.split(between)) if (one.startsWith(mark)) return one.slice(1);
  return '';
}

/** The value by which a dimension tells the record apart; empty where its row alone does not tell. */
export function valueOf(record: PersonRecord, dimension: DimensionId): string {
  const { reads, letters } = dimensionOf(dimension);
  if (reads === 'signature' || reads === 'standing') return '';
  const value = reads in traits ? traitOf(record, reads as TraitId) : record[reads as RecordPart];
  if (letters === undefined) return value;
  return letters === 'lower' ? value.toLowerCase() : value.toUpperCase();
}

type RecordPart = Exclude<DimensionDef['reads'], TraitId | 'signature' | 'standing'>;

/** What a value that is several parts has in them; missing ones are empty. */
export const partsOf = (value: string): readonly string[] => value.split(inside);
