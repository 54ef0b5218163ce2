import { outboundColumns, outboundTypes, leadingColumns, type OutboundType } from './columns';
import { laterTypes, ownTypes, outboundRows } from './interactionTypeRows';
import type { NamedType, RecordType } from './recordTypes';

/** What a timeline's chips offer: a few kinds, in the order shown. */
export const kinds = {
  email: { title: 'Email', icon: 'Mail' },
  web: { title: 'Web', icon: 'Globe' },
  forms: { title: 'Forms', icon: 'TextDocument' },
  events: { title: 'Events', icon: 'Calendar' },
  lists: { title: 'Lists', icon: 'BulletedList' },
  journeys: { title: 'Journeys', icon: 'BranchMerge' },
  leads: { title: 'Leads', icon: 'Flag' },
  other: { title: 'Other', icon: 'More' },
} as const;

export type Kind = keyof typeof kinds;

/** Who opened or clicked; told by the rules of `verdictRules`. */
export type Verdict = 'human' | 'machine' | 'unknown';

/** The sentence of a timeline row: verb, **thing**, preposition, link to what it was about. */
export interface Sentence {
  readonly verb: string;
  /** Column whose text is the thing. */
  readonly thing?: string;
  readonly preposition?: string;
  /** Column with the id of the record it was about. */
  readonly about?: string;
}

/** A row of the interaction type table, as it is written down. */
export interface InteractionTypeRow {
  readonly title: string;
  readonly kind: Kind;
  readonly icon: string;
  readonly sentence: Sentence;
  /** Whether a person did it, rather than something that happened to them. */
  readonly did?: boolean;
  /** Whether a person looked at something, which asks less of them than what they did. */
  readonly looked?: boolean;
  /** Short word for lists that mix types: the kind of a bounce, the reason of a block. */
  readonly label?: string;
  /** The message was held back before sending. */
  readonly holdsBack?: boolean;
  /** The person was stopped at a step of a journey. */
  readonly stops?: boolean;
  readonly aliases?: readonly string[];
  /** A timeline tells as many of these and of that type, of one day and about the same, as one, in these words. */
  readonly foldsWith?: { readonly type: string; readonly verb: string };
  /** Column with the address of the page on which it happened. */
  readonly page?: string;
  /** Column with the address that the click led to. */
  readonly target?: string;
  /** Columns with the stage that a lead entered, and the one that it left. */
  readonly stage?: { readonly now: string; readonly previous: string };
  /** Columns with a lead's score, the model that gave it, and what the model makes of it. */
  readonly score?: {
    readonly model: string;
    readonly score: string;
    readonly grade: string;
    readonly salesReady: string;
  };
  /** The column that names a contact whom CRM has deleted, in rows whose other columns say so (in lower case). */
  readonly erases?: { readonly column: string; readonly where: Readonly<Record<string, string>> };
  /** Subjects by column, where they differ from `subjectColumns`; null takes one out. */
  readonly touches?: Readonly<Record<string, RecordType | null>>;
  /** Records without Insights by the column that names them. */
  readonly names?: Readonly<Record<string, NamedType>>;
}

export interface InteractionTypeDef extends InteractionTypeRow {
  readonly columns: readonly string[];
  /** From the outbound export, from its later editions, or ours. */
  readonly origin: 'outbound' | 'later' | 'own';
}

/** Which record a column names, unless a type says otherwise. */
export const subjectColumns: Readonly<Record<string, RecordType>> = {
  ContactId: 'contact',
  LeadId: 'lead',
  AccountId: 'account',
  SegmentId: 'segment',
  CustomerJourneyId: 'journey',
  MessageId: 'email',
  ScoringModelId: 'scoringModel',
  PageId: 'page',
  FormId: 'form',
  WebsiteId: 'website',
};

const own = Object.entries(ownTypes).map(([name, { columns, ...row }]) => ({
  name,
  def: { ...row, columns: [...leadingColumns, ...columns.split(' ')], origin: 'own' as const },
}));
const later = Object.entries(laterTypes).map(([name, { columns, ...row }]) => ({
  name,
  def: { ...row, columns: [...leadingColumns, ...columns.split(' ')], origin: 'later' as const },
}));
const outbound = outboundTypes.map((name) => ({
  name,
  def: { ...outboundRows[name], columns: outboundColumns(name), origin: 'outbound' as const },
}));

export type InteractionType = OutboundType | keyof typeof ownTypes | keyof typeof laterTypes;

/** All interaction types that the registry knows, by name. */
export const interactionTypes: Readonly<Record<string, InteractionTypeDef>> = Object.fromEntries(
  [...outbound, ...later, ...own].map(({ name, def }) => [name, def]),
);

const byAlias = new Map(
  Object.entries(interactionTypes).flatMap(([name, def]) =>
    [name, ...(def.aliases ?? [])].map((alias) => [alias.toLowerCase(), name]),
  ),
);

/** The registry's name for a type in any accepted spelling; an unknown type keeps its own. */
export function typeNameOf(text: string): string {
  return byAlias.get(text.trim().toLowerCase()) ?? text.trim();
}

const unknownType: InteractionTypeDef = {
  title: 'Other interaction',
  kind: 'other',
  icon: 'More',
  sentence: { verb: 'Other interaction:', thing: 'InteractionType' },
  columns: leadingColumns,
  origin: 'outbound',
};

/** The row of a type; unknown types are shown as other interactions under their own name. */
export function typeOf(name: string): InteractionTypeDef {
  return Object.hasOwn(interactionTypes, name) ? (interactionTypes[name] ?? unknownType) : unknownType;
}

/** Which record a column of the type names; undefined where it names none. */
export function recordNamedBy(type: string, column: string): NamedType | undefined {
  const { touches, names } = typeOf(type);
  const named: Readonly<Record<string, NamedType | null>> = { ...subjectColumns, ...touches, ...names };
  return named[column] ?? undefined;
}

/** What a type is called where its name stands alone. */
export function typeTitle(name: string): string {
  const def = typeOf(name);
  return def === unknownType ? name : def.title;
}
