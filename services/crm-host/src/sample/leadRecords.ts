import type { Instant } from '@record-insights/domain';
import type { Account } from './accounts';
import type { Calendar } from './calendar';
import { diceOf, type Dice } from './dice';
import { accountAt, isReachable, type People, type Person } from './people';

/** A lead hangs on a contact, on an account only, or on nothing. */
export interface Lead {
  readonly id: string;
  readonly topic: string;
  readonly person?: Person;
  readonly account?: Account;
  readonly created: Instant;
  /** A form made it, on the page of that name. */
  readonly page?: string;
}

export interface Leads {
  readonly all: readonly Lead[];
  /** The person's lead that existed then; the newest of several. */
  of(person: Person, at: Instant): Lead | undefined;
}

const leadsEach = 300;
const topics = ['Heat pump', 'Boiler', 'Circulation pump', 'Service contract', 'Sludge filter', 'Dealership'];
const leadPages = ['Quote request', 'Winter check booking', 'Heat pump trade-in', 'Sludge filter guide'];

export function leadsOf(seed: number, scale: number, people: People, calendar: Calendar): Leads {
  const known = people.persons.filter((person) => isReachable(person) && !person.staff && !person.deletedAt);
  const all = Array.from({ length: leadsEach * scale }, (_, index) =>
    leadOf(diceOf(seed, 'lead', index), known, people.accounts, calendar),
  );
  const byPerson = new Map<Person, Lead[]>();
  for (const lead of all) {
    if (lead.person) byPerson.set(lead.person, [...(byPerson.get(lead.person) ?? []), lead]);
  }
  return {
    all,
    of: (person, at) =>
      byPerson
        .get(person)
        ?.filter(({ created }) => created <= at)
        .reduce<Lead | undefined>(
          (newest, lead) => (newest && newest.created > lead.created ? newest : lead),
          undefined,
        ),
  };
}

function leadOf(dice: Dice, known: readonly Person[], accounts: readonly Account[], calendar: Calendar): Lead {
  const kind = dice.weighted([0.45, 0.25, 0.18, 0.12]);
  const created = calendar.moment(dice.int(5, calendar.days - 8), dice.between(7, 21));
  const base = { id: dice.guid(), topic: dice.pick(topics), created };
  if (kind === 3) return base;
  if (kind === 2) return { ...base, account: dice.pick(accounts) };
  const candidates = Array.from({ length: 20 }, () => dice.pick(known));
  const suits = (candidate: Person): boolean => candidate.created < created && dice.chance(candidate.liveliness);
  const person = candidates.find(suits) ?? dice.pick(known);
  const page = kind === 0 ? dice.pick(leadPages) : undefined;
  const makesContact = page !== undefined && person.created >= calendar.start && dice.chance(0.6);
  const at = makesContact ? person.created : Math.max(created, person.created);
  const account = dice.chance(0.5) ? accountAt(person, at) : undefined;
  return { ...base, created: at, person, ...(account ? { account } : {}), ...(page ? { page } : {}) };
}
