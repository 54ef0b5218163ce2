import type { Instant } from '@record-insights/domain';
import { dayLength, second, type Calendar } from './calendar';
import { diceOf, type Dice } from './dice';
import { devicesOf, type Device } from './devices';
import { habits, type Habit } from './habits';
import { accountsOf, type Account } from './accounts';
import { addressPart, firstNames, homeDomains, jobTitles, lastNames, places, type Place } from './names';
import { sampleUsers } from './sampleUsers';

/** What happens to mail that is sent there. */
export type Mailbox = 'good' | 'prefetching' | 'scanned' | 'private' | 'dead' | 'full' | 'lateBounce';

export interface Membership {
  readonly account: Account;
  readonly from: Instant;
}

/** What time does to a person; starts empty in every run. */
export interface Standing {
  unsubscribedAt?: Instant;
  /** From when on the visitor's cookie is tied to the contact. */
  knownFrom?: Instant;
  complainedAt?: Instant;
  hardBounces: number;
}

export interface Person {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly domain: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly place: Place;
  readonly owner: string;
  readonly created: Instant;
  /** In order of time; none for those who have no firm. */
  readonly memberships: readonly Membership[];
  /** From 0, never seen anywhere, to 1, reads everything. */
  readonly liveliness: number;
  readonly habit: Habit;
  readonly device: Device;
  readonly mailbox: Mailbox;
  /** Cookie of the browser; a few share one computer. */
  readonly visitor: string;
  readonly doNotEmail: boolean;
  readonly inactive: boolean;
  /** One of our own, who gets the test sends. */
  readonly staff: boolean;
  /** When the record was deleted in CRM, for the few that were. */
  readonly deletedAt?: Instant;
  readonly standing: Standing;
}

export interface People {
  readonly accounts: readonly Account[];
  readonly persons: readonly Person[];
}

/** Whose employer it was at the time; the first one counts for the time before. */
export function accountAt(person: Person, at: Instant): Account | undefined {
  const held = person.memberships.filter(({ from }) => from <= at).at(-1) ?? person.memberships[0];
  return held?.account;
}

const eagerFrom = 0.97;
/** The few who read everything, are on every list and look in every week. */
export const isEager = (person: Person): boolean => person.liveliness >= eagerFrom;

/** Whether the person takes part in anything at all. */
export const isReachable = (person: Person): boolean => person.liveliness > 0;

const contactsEach = 2000;
const accountsEach = 150;
const deletedEach = 3;
const staffCount = 3;

/** Everybody in the sample, ten times as many in the large one. */
export function peopleOf(seed: number, scale: number, calendar: Calendar): People {
  const accounts = accountsOf(seed, accountsEach * scale, calendar);
  const taken = new Set<string>();
  const persons: Person[] = [];
  for (let index = 0; index < contactsEach * scale + deletedEach; index += 1) {
    const dice = diceOf(seed, 'person', index);
    const deleted = index >= contactsEach * scale;
    persons.push(personOf({ index, dice, accounts, taken, calendar, deleted, earlier: persons }));
  }
  return { accounts, persons };
}

interface Making {
  readonly index: number;
  readonly dice: Dice;
  readonly accounts: readonly Account[];
  readonly taken: Set<string>;
  readonly calendar: Calendar;
  readonly deleted: boolean;
  readonly earlier: readonly Person[];
}

function personOf(making: Making): Person {
  const { index, dice, calendar, earlier } = making;
  const staff = index < staffCount;
  const created = createdAt(dice, calendar, index);
  const memberships = membershipsOf(making, staff, created);
  const account = memberships[0]?.account;
  const [firstName, lastName] = [dice.pick(firstNames), dice.pick(lastNames)];
  const domain = account?.domain ?? dice.pick(homeDomains);
  const place = account?.place ?? places[dice.weighted(places.map((_, rank) => 1 / (rank + 2)))] ?? places[0];
  if (!place) throw new Error('There are no places. Name one in names.ts.');
  const drawn = mailboxOf(dice, account);
  const mailbox = staff || isChosen(index) ? 'good' : drawn;
  const sharing = dice.chance(0.006) ? earlier.at(-1) : undefined;
  const deletedAt = calendar.moment(Math.floor(calendar.days * dice.between(0.6, 0.9)), 14);
  return {
    id: dice.guid(),
    firstName,
    lastName,
    email: addressOf(making.taken, firstName, lastName, domain),
    domain,
    jobTitle: dice.pick(jobTitles),
    phone: `${place.dial} 555 ${String(index).padStart(5, '0')}`,
    place,
    owner: account?.owner ?? sampleUsers.emil,
    created,
    memberships,
    liveliness: staff ? 0.6 : livelinessOf(dice, index),
    habit: dice.pick(habits),
    device: dice.pick(devicesOf(mailbox)),
    mailbox,
    visitor: sharing?.visitor ?? dice.hex(32),
    doNotEmail: !staff && dice.chance(0.02),
    inactive: !staff && dice.chance(0.008),
    staff,
    ...(making.deleted ? { deletedAt } : {}),
    standing: { hardBounces: 0 },
  };
}

/** Two thirds were there before the sample begins. */
function createdAt(dice: Dice, calendar: Calendar, index: number): Instant {
  const before = dice.chance(0.66) || index < staffCount;
  const day = before ? -dice.int(1, 1200) : dice.int(0, calendar.days - 20);
  return calendar.moment(day, dice.between(7, 18));
}

/** One in five hundred is eager. */
const isChosen = (index: number): boolean => index % 500 === 11;

function livelinessOf(dice: Dice, index: number): number {
  if (isChosen(index)) return eagerFrom + 0.01;
  const kind = dice.weighted(index % 50 === 7 ? [1, 0, 0, 0, 0] : [0.015, 0.27, 0.45, 0.22, 0.045]);
  const [low, high] = bands[kind] ?? [0, 0];
  return dice.between(low, high);
}

const bands: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.02, 0.1],
  [0.1, 0.4],
  [0.4, 0.65],
  [0.65, 0.95],
];

function mailboxOf(dice: Dice, account: Account | undefined): Mailbox {
  if (account?.scans) return 'scanned';
  if (!account && dice.chance(0.5)) return 'private';
  const kinds: readonly Mailbox[] = ['good', 'prefetching', 'dead', 'full', 'lateBounce'];
  return kinds[dice.weighted([0.853, 0.1, 0.012, 0.01, 0.025])] ?? 'good';
}

/** Most stay where they are; some change once in the sample's time, every 400th twice, a few have no firm. */
function membershipsOf({ index, dice, accounts, calendar }: Making, staff: boolean, created: Instant): Membership[] {
  const [own, ...others] = accounts;
  if (!own) throw new Error('There are no accounts. Ask for at least one.');
  if (staff) return [{ account: own, from: created }];
  const moves = index % 400 === 77 ? 2 : dice.chance(0.025) ? 1 : 0;
  if (moves === 0 && dice.chance(0.06)) return [];
  const from = Math.max(created, calendar.start) + 20 * dayLength;
  const step = (calendar.until - from) / (moves + 1);
  const first = dice.int(0, others.length - 1);
  return Array.from({ length: moves + 1 }, (_, move) => ({
    account: others[(first + move * 7) % others.length] ?? own,
    from: move === 0 ? created : Math.floor((from + step * (move - dice.between(0.1, 0.6))) / second) * second,
  }));
}

function addressOf(taken: Set<string>, firstName: string, lastName: string, domain: string): string {
  const stem = `${addressPart(firstName)}.${addressPart(lastName)}`;
  let address = `${stem}@${domain}`;
  for (let number = 2; taken.has(address); number += 1) address = `${stem}${number}@${domain}`;
  taken.add(address);
  return address;
}
