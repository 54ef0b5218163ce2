import { ownStatusCodes, recordTypeIds, type Instant, type RecordType } from '@record-insights/domain';
import { textOf, type Row } from '../row';
import { tableNamed, tableOfRecordType, userTable, type CrmTable } from '../tables';
import { localUsers } from '../users';
import { dayLength } from './calendar';
import type { Named } from './catalogue';
import { diceOf } from './dice';
import { hostileHtml, htmlOf } from './emailContent';
import { hostileRow } from './hostile';
import type { Journey } from './journeyPlans';
import { iterationsOf, type JourneyIteration } from './journeys';
import { grades } from './leads';
import { accountAt, type Person } from './people';
import { newestFrom } from './reactions';
import { sampleUsers } from './sampleUsers';
import type { Segment } from './segmentPlans';
import { isTold, startingMembers } from './segments';
import { definitionOf, tilesOf, type TileItem } from './tiles';
import type { World } from './world';

/** Rows by table name. */
export type SampleRecords = Readonly<Record<string, readonly Row[]>>;

/** All records, as they stand at the end of the sample. */
export function recordsOf(world: World, hostile: boolean): SampleRecords {
  const rows: Readonly<Record<RecordType, readonly Row[]>> = {
    contact: world.people.persons.filter(({ deletedAt }) => !deletedAt).map((person) => contactRow(world, person)),
    lead: leadRows(world),
    account: accountRows(world),
    segment: segmentRows(world),
    journey: world.journeys.map((journey) => journeyRow(world, journey)),
    ...marketingRows(world),
    email: emailRows(world, hostile),
  };
  const ofTypes = recordTypeIds.map((type) => [tableOfRecordType(type).table, rows[type]] as const);
  const tables = [...ofTypes, ...eventTables(world)];
  const spoilt = tables.map(([table, all]) => [table, hostile ? all.map(hostileRow) : all] as const);
  return Object.fromEntries([...spoilt, [userTable.table, localUsers]]);
}

const isoOf = (at: Instant): string => new Date(at).toISOString();

/** What every record has: key, name, owner, dates, state. */
function base(world: World, type: RecordType, named: Named, created?: Instant): Row {
  return rowOf(world, tableOfRecordType(type), named, created);
}

function rowOf(world: World, table: CrmTable, { id, name }: Named, created?: Instant): Row {
  const dice = diceOf(world.seed, 'created', id);
  const at = created ?? world.calendar.moment(-dice.int(2, 300), dice.between(8, 16));
  return {
    [table.key]: id,
    [table.name]: name,
    _ownerid_value: sampleUsers.emil,
    createdon: isoOf(at),
    modifiedon: isoOf(Math.min(world.calendar.until, at + dice.int(0, 90) * dayLength)),
    statecode: 0,
  };
}

function contactRow(world: World, person: Person): Row {
  const account = accountAt(person, world.calendar.until);
  const name = `${person.firstName} ${person.lastName}`;
  return {
    ...base(world, 'contact', { id: person.id, name }, person.created),
    firstname: person.firstName,
    lastname: person.lastName,
    jobtitle: person.jobTitle,
    emailaddress1: person.email,
    telephone1: person.phone,
    address1_city: person.place.city,
    address1_postalcode: person.place.postalCode,
    address1_country: person.place.country,
    _parentcustomerid_value: account?.id ?? null,
    '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': account ? 'account' : null,
    _ownerid_value: account?.owner ?? person.owner,
    donotbulkemail: person.doNotEmail,
    donotemail: false,
    statecode: person.inactive ? 1 : 0,
    statuscode: person.inactive ? 2 : 1,
  };
}

function accountRows(world: World): readonly Row[] {
  return world.people.accounts.map((account) => ({
    ...base(world, 'account', account, account.created),
    websiteurl: `https://www.${account.domain}`,
    emailaddress1: `post@${account.domain}`,
    address1_city: account.place.city,
    address1_postalcode: account.place.postalCode,
    address1_country: account.place.country,
    _ownerid_value: account.owner,
    statuscode: 1,
  }));
}

function leadRows(world: World): readonly Row[] {
  const { calendar } = world;
  const existing = world.leads.all.filter(({ created }) => created <= calendar.until);
  return existing.map(({ id, topic, person, account, created, page }) => {
    const name = person ? `${person.firstName} ${person.lastName}` : `${topic} enquiry`;
    return {
      ...base(world, 'lead', { id, name }, created),
      subject: topic,
      firstname: person?.firstName ?? null,
      lastname: person?.lastName ?? null,
      emailaddress1: person?.email ?? null,
      companyname: account?.name ?? null,
      _parentcontactid_value: person?.id ?? null,
      _parentaccountid_value: account?.id ?? null,
      _rin_marketingpageid_value: page ? (world.catalogue.pages.get(page)?.id ?? null) : null,
      _ownerid_value: account?.owner ?? person?.owner ?? sampleUsers.emil,
      statuscode: 1,
    };
  });
}

const segmentTypes = { dynamic: 192_350_000, static: 192_350_001, compound: 192_350_002 };

function segmentRows(world: World): readonly Row[] {
  return world.segments.map((segment) => ({
    ...base(world, 'segment', segment),
    rin_segmenttype: segmentTypes[segment.kind],
    rin_issubscription: segment.list === true,
    ...startOf(world, segment),
    statuscode: segment.live ? ownStatusCodes.live : ownStatusCodes.draft,
  }));
}

/** Who was in it from the start, as far as any row tells who comes and goes. */
function startOf(world: World, segment: Segment): Row {
  const start = isTold(segment) ? startingMembers(world, segment) : undefined;
  if (!start) return {};
  const told = segment.list ? start.members : [];
  return { rin_membersince: isoOf(start.at), rin_memberids: JSON.stringify(told.map(({ id }) => `crm${id}`)) };
}

function journeyRow(world: World, journey: Journey): Row {
  const { calendar } = world;
  const start = calendar.moment(journey.startDay, 9);
  const end = journey.stopsAfter === undefined ? null : start + journey.stopsAfter * dayLength;
  const stopped = end !== null && end < calendar.until;
  const state = journey.mode === 'draft' ? 'draft' : stopped ? 'stopped' : 'live';
  return {
    ...base(world, 'journey', journey, start - 6 * dayLength),
    rin_workflowdefinition: definitionOf(journey.root, (item) => itemIdOf(world, item)),
    rin_abtests: JSON.stringify(testsOf(world, journey)),
    rin_iterations: JSON.stringify(iterationsOf(world, journey).map(told)),
    rin_isrecurring: journey.mode === 'recurring',
    rin_recurrenceintervaldays: journey.every ?? null,
    rin_startdatetime: isoOf(start),
    rin_enddatetime: end === null ? null : isoOf(end),
    rin_entitytarget: 'contact',
    statuscode: ownStatusCodes[state],
  };
}

const told = ({ id, startsAt, endsAt }: JourneyIteration): unknown => ({
  id,
  startsAt: isoOf(startsAt),
  ...(endsAt === undefined ? {} : { endsAt: isoOf(endsAt) }),
});

function testsOf(world: World, journey: Journey): readonly unknown[] {
  return tilesOf(journey.root).flatMap(({ id, item, test }) =>
    test && item
      ? [
          {
            activityId: id,
            emailId: itemIdOf(world, item),
            shareA: test.a,
            shareB: test.b,
            winner: test.winner,
            winningMetric: test.metric,
            state: 'Finished',
          },
        ]
      : [],
  );
}

function itemIdOf({ catalogue, segments }: World, { kind, name }: TileItem): string | null {
  const found: Readonly<Record<TileItem['kind'], string | undefined>> = {
    Segment: undefined,
    SegmentItem: segments.find((segment) => segment.name === name)?.id,
    Email: catalogue.emails.get(name)?.id,
    LandingPage: catalogue.pages.get(name)?.id,
    MarketingForm: catalogue.forms.get(name)?.id,
    Event: catalogue.events.get(name)?.id,
    Survey: catalogue.events.get(name)?.surveyId,
  };
  return found[kind] ?? null;
}

function emailRows(world: World, hostile: boolean): readonly Row[] {
  return [...world.catalogue.emails.values()].map((email, index) => {
    const row = base(world, 'email', email);
    const isNew = email.links.some(({ gone }) => gone);
    const { state, subject } = email.plan;
    const liveFrom = state === 'draft' ? null : textOf(row, 'createdon');
    return {
      ...row,
      rin_subject: subject,
      rin_fromname: 'Kvitfoss Pumps',
      rin_fromaddress: 'news@kvitfoss.example',
      rin_contentversion: isNew ? 2 : 1,
      rin_contentlivefrom: isNew ? isoOf(newestFrom(world.calendar)) : liveFrom,
      rin_htmlcontent: hostile && index % 5 === 3 ? hostileHtml : htmlOf(email, 'newest'),
      rin_previouslivefrom: isNew ? liveFrom : null,
      rin_previoushtmlcontent: isNew ? htmlOf(email, 'previous') : null,
      statuscode: ownStatusCodes[state],
    };
  });
}

/** Events and their sessions: named by interactions, without Insights of their own. */
function eventTables(world: World): readonly (readonly [string, readonly Row[]])[] {
  const events = [...world.catalogue.events.values()];
  const sessions = events.map(({ sessionId, name }): Named => ({ id: sessionId, name: `${name}, main session` }));
  return [['rin_event', events] as const, ['rin_eventsession', sessions] as const].map(([name, items]) => {
    const table = tableNamed(name);
    if (!table) throw new Error(`The local CRM has no table ${name}.`);
    return [name, items.map((item) => ({ ...rowOf(world, table, item), statuscode: ownStatusCodes.live }))] as const;
  });
}

type Marketing = 'page' | 'form' | 'website' | 'redirectUrl' | 'scoringModel';

function marketingRows(world: World): Readonly<Record<Marketing, readonly Row[]>> {
  const { pages, forms, websites, redirectUrls, scoringModels } = world.catalogue;
  const rows = <T extends Named>(type: Marketing, items: ReadonlyMap<string, T>, more: (item: T) => Row): Row[] =>
    [...items.values()].map((item) => ({ ...base(world, type, item), statuscode: ownStatusCodes.live, ...more(item) }));
  return {
    page: rows('page', pages, ({ website, form, path, state }) => ({
      rin_url: website.url + path,
      _rin_websiteid_value: website.id,
      _rin_marketingformid_value: form.id,
      statuscode: ownStatusCodes[state],
    })),
    form: rows('form', forms, ({ fields, leads }) => ({
      rin_fields: fields.join('\n'),
      rin_updates: leads ? 'contacts and leads' : 'contacts',
    })),
    website: rows('website', websites, ({ url }) => ({ rin_url: url, rin_timeout: 20 })),
    redirectUrl: rows('redirectUrl', redirectUrls, ({ id, originalUrl, state }) => ({
      rin_originalurl: originalUrl,
      rin_redirectingurl: `https://link.kvitfoss.example/r/${id.slice(0, 8)}`,
      statuscode: ownStatusCodes[state],
    })),
    scoringModel: rows('scoringModel', scoringModels, ({ threshold, state }) => ({
      rin_salesreadythreshold: threshold,
      rin_grades: JSON.stringify(grades),
      statuscode: ownStatusCodes[state],
    })),
  };
}
