import fc from 'fast-check';
import { recordId } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { contacts, histories } from '../builders/histories';
import { items, type SentItem } from '../builders/items';
import { factsAbout, type ToldItem } from '../oracle/facts';
import { deliver, type Place } from './places';
import { onEachStore } from './onEachStore';

const arriving = fc.record({
  history: histories,
  cut: cuts,
  told: items,
  keys: fc.array(fc.nat(99), { minLength: 1 }),
});

onEachStore('on the %s store', ({ site, law }) => {
  law(
    'items in any order amid rows, some of them again, end in the facts that the oracle finds',
    'orders',
    arriving,
    async ({ history: { world, deliveries }, cut, told, keys }) => {
      const place = await site().place(world);
      const batches = batchesOf(deliveries, cut);
      const parts = partsOf(told, keys, batches.length);
      for (const [i, batch] of batches.entries()) {
        await tell(place, parts[i] ?? []);
        await deliver(place, batch);
      }
      await tell(place, told.slice(0, 2));
      await place.service.settled(place.organisation);
      for (const contact of contacts) expect(await factsTold(place, contact)).toEqual(factsAbout(told, contact));
      expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
      await place.service.command(place.organisation, 'rebuild');
      for (const contact of contacts) expect(await factsTold(place, contact)).toEqual(factsAbout(told, contact));
    },
  );

  law(
    'whoever is erased amid any items is named by none, and others keep what is told of them',
    'erasures',
    fc.tuple(arriving, fc.nat(12)),
    async ([
      {
        history: { world },
        told,
      },
      early,
    ]) => {
      const place = await site().place(world);
      const [erased, other] = contacts as [string, string];
      const alike = withOneTextAnInstant(told);
      await tell(place, alike.slice(0, early));
      // What still waits when the erasure is ordered may be folded after it, and is then dropped.
      await place.service.settled(place.organisation);
      const { erasure } = await place.service.erase(place.organisation, [recordId(erased)]);
      await place.service.settled(place.organisation);
      const { certificate } = await place.service.erasure(place.organisation, erasure);
      expect(certificate).toMatchObject({ found: 0 });
      const late = alike.slice(early);
      await tell(place, late);
      await place.service.settled(place.organisation);
      expect(await factsTold(place, erased)).toEqual([]);
      expect(await factsTold(place, other)).toEqual(factsAbout(alike, other));
      const dropped = late.filter(({ kind, id }) => kind === 'contact' && id === erased).length;
      expect((await place.service.status(place.organisation)).dropped).toBe(dropped);
    },
  );
});

/** The items, every one in one of the parts. */
function partsOf(told: readonly SentItem[], keys: readonly number[], parts: number): readonly (readonly SentItem[])[] {
  const all = Array.from({ length: parts }, (): SentItem[] => []);
  for (const [i, item] of told.entries()) all[(keys[i % keys.length] ?? 0) % Math.max(1, parts)]?.push(item);
  return all;
}

/** No two items of one record and instant: which of them holds may hang on who is named in it. */
function withOneTextAnInstant(told: readonly SentItem[]): readonly SentItem[] {
  const names = new Set<string>();
  return told.filter(({ kind, id, at }) => {
    const isNew = !names.has(`${kind} ${id} ${at}`);
    names.add(`${kind} ${id} ${at}`);
    return isNew;
  });
}

async function tell({ service, organisation }: Place, told: readonly SentItem[]): Promise<void> {
  if (told.length === 0) return;
  expect(await service.directory(organisation, told)).toMatchObject({ accepted: told.length, refused: [] });
}

async function factsTold({ service, organisation }: Place, contact: string): Promise<readonly ToldItem[]> {
  const { facts } = await service.person(organisation, recordId(contact));
  return [...facts].sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
}
