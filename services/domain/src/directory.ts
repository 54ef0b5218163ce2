import { isGuid, recordId } from './ids';
import { formatInstant, parseInstant, type Instant } from './instant';
import type { Refusal } from './interaction';
import { readField, type FieldValue, type ValueOf } from './registry/directoryFields';
import {
  directoryKindIds,
  directoryKindOf,
  isDirectoryKind,
  type DirectoryKind,
  type directoryKinds,
} from './registry/directoryKinds';

/** What a kind's fields hold; an empty one is absent. */
export type DirectoryFields<K extends DirectoryKind> = {
  readonly [Field in keyof (typeof directoryKinds)[K]['fields']]?:
    | ((typeof directoryKinds)[K]['fields'][Field] extends infer F
        ? F extends Parameters<typeof readField>[0]
          ? ValueOf<F>
          : never
        : never)
    | undefined;
};

/** Whether a record was ever live, as CRM tells it. */
export type LiveState = NonNullable<DirectoryFields<'liveState'>['state']>;

/** What CRM says of a record: how it is from an instant on, or that it is no more. */
export interface DirectoryFact<K extends DirectoryKind = DirectoryKind> {
  readonly kind: K;
  /** Empty once the person is erased. */
  readonly id: string;
  readonly op: DirectoryOperation;
  readonly at: Instant;
  readonly fields: DirectoryFields<K>;
}

/** A fact as it is told. */
export interface DirectoryItem extends DirectoryFact {
  /** All of it as JSON: equal text is equal content. */
  readonly text: string;
}

export const directoryOperations = ['upsert', 'delete'] as const;
export type DirectoryOperation = (typeof directoryOperations)[number];

export type ItemReading = { readonly item: DirectoryItem } | { readonly refusal: Refusal };

const ahead = 24 * 60 * 60 * 1000;
const longestId = 200;
type Fields = Readonly<Record<string, FieldValue>>;

/**
 * Reads an item as it came. Ids, instants and lists of ids get their one spelling; an empty value is an absent one. The
 * fields of a delete say nothing.
 * @param now the time of receipt; an item more than a day ahead of it is refused
 */
export function readDirectoryItem(raw: unknown, now: Instant): ItemReading {
  if (!isObject(raw)) return refused('noItem', 'item');
  const { kind, id, op, at, fields = {} } = raw;
  if (!isDirectoryKind(kind)) return refused('unknownKind', 'kind');
  if (typeof id !== 'string' || id.trim() === '' || id.length > longestId) return refused('missingItemId', 'id');
  if (directoryKindOf(kind).id === 'record' && !isGuid(id)) return refused('notAGuid', 'id');
  const operation = directoryOperations.find((one) => one === op);
  if (!operation) return refused('unknownOperation', 'op');
  const instant = typeof at === 'string' ? parseInstant(at) : undefined;
  if (instant === undefined) return refused('notATime', 'at');
  if (instant > now + ahead) return refused('itemTooFarAhead', 'at');
  const read = operation === 'delete' ? { fields: {} } : readFields(kind, fields);
  if ('refusal' in read) return read;
  return { item: itemFrom({ kind, id: recordId(id), op: operation, at: instant, fields: read.fields }) };
}

const refused = (code: Refusal['code'], field: string): { readonly refusal: Refusal } => ({ refusal: { code, field } });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function readFields(kind: DirectoryKind, raw: unknown): { readonly fields: Fields } | { readonly refusal: Refusal } {
  const defs = directoryKindOf(kind).fields;
  if (!isObject(raw)) return refused('notFields', 'fields');
  const unknown = Object.keys(raw).find((name) => !Object.hasOwn(defs, name));
  if (unknown !== undefined) return refused('unknownField', `fields.${unknown}`);
  const fields: Record<string, FieldValue> = {};
  for (const [name, def] of Object.entries(defs)) {
    const value = raw[name];
    if (isEmpty(value)) {
      if (def.required) return refused('missingField', `fields.${name}`);
      continue;
    }
    const read = readField(def, value);
    if (typeof read === 'string') return refused(read, `fields.${name}`);
    fields[name] = read.value;
  }
  return { fields };
}

/** An item from what it says; its text has one order, whatever order the fields came in. */
export function itemFrom({ kind, id, op, at, fields }: DirectoryFact): DirectoryItem {
  return { kind, id, op, at, fields, text: JSON.stringify({ kind, id, op, at: formatInstant(at), fields }) };
}

/** An item from the text that was kept; the inverse of `item.text`. */
export function itemOf(text: string): DirectoryItem {
  const { at, ...others } = JSON.parse(text) as Omit<DirectoryFact, 'at'> & { readonly at: string };
  return { ...others, at: Date.parse(at), text };
}

/** Of two items of one kind and id the later holds, of equal instants the one whose text sorts last. Positive when `a` does. */
export function compareTold(a: DirectoryItem, b: DirectoryItem): number {
  return a.at - b.at || (a.text === b.text ? 0 : a.text > b.text ? 1 : -1);
}

const contactFields = (kind: DirectoryKind): readonly string[] =>
  Object.entries(directoryKindOf(kind).fields).flatMap(([name, def]) =>
    (def.is === 'record' || def.is === 'records') && def.of === 'contact' ? [name] : [],
  );

/** Kinds whose facts are about a contact. */
export const kindsOfContacts = directoryKindIds.filter((kind) => directoryKindOf(kind).isContact);
/** Kinds whose facts may name contacts beside the record that they are about. */
export const kindsNamingContacts = directoryKindIds.filter((kind) => contactFields(kind).length > 0);

/** Contacts whom the item names beside the record that it is about. */
export function contactsNamedIn({ kind, fields }: DirectoryFact): readonly string[] {
  return contactFields(kind).flatMap((name) => (fields as Fields)[name] ?? []) as readonly string[];
}

/** The contact whom the item is about. */
export const contactOf = ({ kind, id }: DirectoryFact): string | undefined =>
  directoryKindOf(kind).isContact && id !== '' ? id : undefined;

/** The account that the item names. */
export function accountIn({ kind, fields }: DirectoryFact): string | undefined {
  const names = Object.entries(directoryKindOf(kind).fields).filter(
    ([, def]) => def.is === 'record' && def.of === 'account',
  );
  return names.map(([name]) => (fields as Fields)[name] as string | undefined).find((id) => id !== undefined);
}

/** The item without what it says of erased contacts; undefined where it names none of them. */
export function withoutContacts(
  item: DirectoryItem,
  isErased: (contact: string) => boolean,
): DirectoryItem | undefined {
  const own = contactOf(item);
  if (own !== undefined && isErased(own)) return itemFrom({ ...item, id: '', op: 'delete', fields: {} });
  if (!contactsNamedIn(item).some(isErased)) return undefined;
  const named = contactFields(item.kind);
  const fields = Object.entries(item.fields as Fields).flatMap(([name, value]): [string, FieldValue][] => {
    if (!named.includes(name)) return [[name, value]];
    if (Array.isArray(value)) return [[name, (value as readonly string[]).filter((id) => !isErased(id))]];
    return typeof value === 'string' && isErased(value) ? [] : [[name, value]];
  });
  return itemFrom({ ...item, fields: Object.fromEntries(fields) });
}
