import type { Instant } from '@record-insights/domain';
import { itemNamed, type Page, type Website } from './catalogue';
import { second } from './calendar';
import type { Device } from './devices';
import { traceOf } from './devices';
import type { Dice } from './dice';
import { submit } from './forms';
import type { Place } from './names';
import type { Person } from './people';
import { personCells, type World } from './world';

/** Somebody at a browser; a person when we happen to know, which the site may not. */
export interface Visitor {
  readonly cookie: string;
  readonly place: Place;
  readonly device: Device;
  readonly person?: Person;
}

/** What led to a visit: the message and journey whose link was clicked, or a search. */
export type Origin = Readonly<Record<string, string>>;

/** One visit under way. */
export interface Session {
  readonly id: string;
  readonly visitor: Visitor;
  readonly website: Website;
  readonly origin: Origin;
  readonly returning: boolean;
}

export function visitorOf(person: Person): Visitor {
  return { cookie: person.visitor, place: person.place, device: person.device, person };
}

/** From now on the cookie is the contact's. */
export function becomeKnown(person: Person, at: Instant): void {
  const { knownFrom } = person.standing;
  if (knownFrom === undefined || at < knownFrom) person.standing.knownFrom = at;
}

export function openSession(world: World, visitor: Visitor, website: Website, origin: Origin, dice: Dice): Session {
  const returning = world.seen.has(visitor.cookie);
  world.seen.add(visitor.cookie);
  return { id: dice.hex(32), visitor, website, origin, returning };
}

/** Cells of a row of a visit; names the contact once the site knows whose cookie it is. */
export function sessionCells(world: World, session: Session, at: Instant): Readonly<Record<string, string>> {
  const { visitor } = session;
  const { person } = visitor;
  const known = person?.standing.knownFrom !== undefined && person.standing.knownFrom <= at;
  return {
    ...traceOf(visitor.place, visitor.device),
    ...session.origin,
    VisitorId: visitor.cookie,
    SessionId: session.id,
    VisitorReturningStatus: session.returning ? 'Returning' : 'New',
    VisitorAnonymousStatus: known ? 'Named' : 'Anonymous',
    ...(known ? { ...personCells(person, at), LeadId: world.leads.of(person, at)?.id ?? '' } : {}),
  };
}

/** Wanders over a site, page by page; on a marketing page it may fill in the form. Tells when it did. */
export function browse(
  world: World,
  session: Session,
  first: Instant,
  dice: Dice,
  landing?: Page,
): Instant | undefined {
  let at = first;
  let submittedAt: Instant | undefined;
  let referrer = session.origin['ReferrerUri'] ?? '';
  const rounds = 1 + dice.streak(0.55, 6);
  for (let round = 0; round < rounds; round += 1) {
    const page = round === 0 ? landing : dice.chance(0.12) ? pageOf(world, session.website, dice) : undefined;
    const address = session.website.url + (page?.path ?? dice.pick(session.website.paths));
    const stay = dice.int(4, 240);
    world.outbox.emit('WebsiteVisited', at, {
      ...siteCells(world, session, at, address, page),
      ReferrerUri: referrer,
      VisitDuration: String(stay),
    });
    if (page && dice.chance(0.7)) submittedAt = submit(world, session, page, at + 2 * second, dice) ?? submittedAt;
    if (dice.chance(0.3)) click(world, session, at + Math.min(stay, 90) * second, address, page, dice);
    referrer = address;
    at += stay * second;
  }
  return submittedAt;
}

function siteCells(world: World, session: Session, at: Instant, address: string, page?: Page): Origin {
  return {
    ...sessionCells(world, session, at),
    WebsiteId: session.website.id,
    PageAddress: address,
    PageId: page?.id ?? '',
  };
}

function click(world: World, session: Session, at: Instant, address: string, page: Page | undefined, dice: Dice): void {
  const path = dice.pick(session.website.paths);
  world.outbox.emit('WebsiteClicked', at, {
    ...siteCells(world, session, at, address, page),
    Link: session.website.url + path,
    LinkFriendlyName: path === '/' ? 'Home' : `More on ${path.slice(1)}&nbsp;&gt;`,
  });
}

function pageOf(world: World, website: Website, dice: Dice): Page | undefined {
  const all = [...world.catalogue.pages.values()];
  const pages = all.filter((page) => page.website === website && page.state !== 'draft');
  return pages.length > 0 ? dice.pick(pages) : undefined;
}

/** The visit that follows a click in a message. */
export function land(
  world: World,
  person: Person,
  url: string,
  at: Instant,
  origin: Origin,
  dice: Dice,
): Instant | undefined {
  const page = [...world.catalogue.pages.values()].find(({ website, path }) => website.url + path === url);
  const website = page?.website ?? [...world.catalogue.websites.values()].find((site) => url.startsWith(site.url));
  if (!website) return undefined;
  const session = openSession(world, visitorOf(person), website, origin, dice);
  return browse(world, session, at + dice.int(1, 6) * second, dice, page);
}

const searches = ['heat pump price', 'boiler service', 'pv-40 valve', 'sludge filter', 'hydraulic balancing'];
const engines = ['Google', 'Bing', 'DuckDuckGo'];

/** A visit of nobody's sending: by a search, a redirect link or straight away. */
export function wander(world: World, visitor: Visitor, at: Instant, dice: Dice): void {
  const sites = [...world.catalogue.websites.values()];
  const website = sites[dice.weighted([6, 2, 3, 1])] ?? dice.pick(sites);
  const way = dice.weighted([0.45, 0.3, 0.25]);
  if (way === 0) {
    browse(world, openSession(world, visitor, website, {}, dice), at, dice);
  } else if (way === 1) {
    const search = { SearchPhrase: dice.pick(searches), SearchEngineName: dice.pick(engines) };
    const origin = { ...search, ReferrerUri: 'https://search.example/' };
    browse(world, openSession(world, visitor, website, origin, dice), at, dice);
  } else followRedirect(world, visitor, at, dice);
}

function followRedirect(world: World, visitor: Visitor, at: Instant, dice: Dice): void {
  const given = [...world.catalogue.redirectUrls.values()].filter(({ state }) => state !== 'draft');
  const redirect = given[dice.weighted(given.map((_, rank) => 1 / (rank + 1)))] ?? dice.pick(given);
  const sites = [...world.catalogue.websites.values()];
  const website =
    sites.find(({ url }) => redirect.originalUrl.startsWith(url)) ??
    itemNamed(world.catalogue.websites, 'Kvitfoss shop');
  const session = openSession(world, visitor, website, {}, dice);
  world.outbox.emit('RedirectLinkClicked', at, {
    ...sessionCells(world, session, at),
    LinkId: dice.chance(0.9) ? redirect.id : '',
    Link: `https://link.kvitfoss.example/r/${redirect.id.slice(0, 8)}`,
    OriginalUrl: redirect.originalUrl,
    ReferrerUri: dice.chance(0.3) ? 'https://social.example/' : '',
  });
  if (dice.chance(0.6)) browse(world, session, at + dice.int(1, 30) * second, dice);
}
