import type { TableStore } from '@record-insights/api/store/tableStore';
import type { World } from '../builders/worlds';
import { openSite, type Place, type Site } from './places';

/** What the tests of a file or suite use that have a place each, on a memory store. */
export interface OwnPlace {
  /** The place of the test that runs. */
  readonly place: Place;
  readonly store: () => TableStore;
  /** Rows come in and are counted. */
  readonly given: (...rows: readonly object[]) => Promise<void>;
  /** CRM says it of a record, a contact unless told, at a time of November: `04T08:00Z`. */
  readonly told: (id: string, at: string, fields: object, more?: { kind?: string; op?: string }) => Promise<void>;
}

/** Opens a place before each test that follows, and closes it after. */
export function ownPlace(world: Pick<World, 'zone' | 'now'> = november): OwnPlace {
  let opened: { readonly site: Site; readonly place: Place } | undefined;
  beforeEach(async () => {
    const site = await openSite('memory');
    opened = { site, place: await site.place(world) };
  });
  afterEach(() => opened?.site.close());

  function running(): { readonly site: Site; readonly place: Place } {
    if (!opened) throw new Error('No test runs');
    return opened;
  }
  const place: Place = {
    get service() {
      return running().place.service;
    },
    get organisation() {
      return running().place.organisation;
    },
    setNow: (now) => running().place.setNow(now),
  };
  return {
    place,
    store: () => running().site.store,
    async given(...rows) {
      await place.service.ingest(place.organisation, { rows });
      await place.service.settled(place.organisation);
    },
    async told(id, at, fields, more = {}) {
      const item = { kind: 'contact', id, op: 'upsert', at: `2026-11-${at}`, fields, ...more };
      expect(await place.service.directory(place.organisation, [item])).toMatchObject({ refused: [] });
      await place.service.settled(place.organisation);
    },
  };
}

/** Where and when tests are that say nothing else. */
export const november = { zone: 'Europe/Oslo', now: Date.parse('2026-11-23T13:00:00Z') };

let count = 0;

/** A row of a contact at a time of November, an open unless told: `02T10:00Z`. */
export const rowOf = (contact: string, at: string, more: object = {}): object => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: `row ${String(++count).padStart(4, '0')}`,
  Timestamp: `2026-11-${at}`,
  ContactId: contact,
  MessageId: `m${count}`,
  ...more,
});
