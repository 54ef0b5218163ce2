import type { Instant, Zone } from '@record-insights/domain';
import { calendarUntil, type Calendar } from './calendar';
import { catalogueOf, type Catalogue, type Email } from './catalogue';
import { journeysOf, type Journey } from './journeyPlans';
import { leadsOf, type Leads } from './leadRecords';
import { openOutbox, type Outbox } from './outbox';
import { accountAt, peopleOf, type People, type Person } from './people';
import { segmentsOf, type Segment } from './segmentPlans';

export interface SampleOptions {
  readonly seed: number;
  readonly size: 'small' | 'large';
  /** The last instant of the sample. */
  readonly until: Date;
  readonly zone: Zone;
  /** Rows as a careless or malicious source would write them. */
  readonly hostile?: boolean;
}

/** A message that somebody's own doing sets off. */
export interface Errand {
  readonly person: Person;
  readonly email: Email;
  readonly sendingId: string;
  readonly at: Instant;
}

/** Everything that exists, and what becomes of it while the days pass. Made anew for every run. */
export interface World {
  readonly seed: number;
  readonly calendar: Calendar;
  /** 1 in the small sample, 10 in the large. */
  readonly scale: number;
  readonly people: People;
  readonly catalogue: Catalogue;
  readonly segments: readonly Segment[];
  readonly journeys: readonly Journey[];
  readonly leads: Leads;
  readonly outbox: Outbox;
  /** Who is in a segment now, by its name. */
  readonly members: Map<string, Set<Person>>;
  /** Who joined a segment today, by its name. */
  readonly joined: Map<string, readonly Person[]>;
  /** Whose records were made on a day of the sample. */
  readonly newcomers: ReadonlyMap<number, readonly Person[]>;
  /** Messages to send before the day ends. */
  readonly errands: Errand[];
  /** Cookies that were seen at a site before. */
  readonly seen: Set<string>;
}

export function worldOf({ seed, size, until, zone }: SampleOptions): World {
  const calendar = calendarUntil(until, zone);
  const scale = size === 'large' ? 10 : 1;
  const people = peopleOf(seed, scale, calendar);
  const segments = segmentsOf(seed);
  return {
    seed,
    calendar,
    scale,
    people,
    catalogue: catalogueOf(seed),
    segments,
    journeys: journeysOf(seed, calendar),
    leads: leadsOf(seed, scale, people, calendar),
    outbox: openOutbox(seed, calendar),
    members: new Map(segments.map(({ name }) => [name, new Set<Person>()])),
    joined: new Map(),
    newcomers: newcomersOf(people, calendar),
    errands: [],
    seen: new Set(),
  };
}

function newcomersOf({ persons }: People, calendar: Calendar): ReadonlyMap<number, readonly Person[]> {
  const byDay = new Map<number, Person[]>();
  for (const person of persons) {
    const day = calendar.indexOf(person.created);
    const others = byDay.get(day);
    if (others) others.push(person);
    else byDay.set(day, [person]);
  }
  return byDay;
}

/** Whom a row is about. */
export function personCells(person: Person, at: Instant): { ContactId: string; AccountId: string } {
  return { ContactId: person.id, AccountId: accountAt(person, at)?.id ?? '' };
}

/** Whether the person's record exists at that time. */
export function existsAt(person: Person, at: Instant): boolean {
  return person.created <= at && (person.deletedAt === undefined || at < person.deletedAt);
}
