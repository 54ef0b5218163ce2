import fc from 'fast-check';
import { recordId } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { contacts, histories } from '../builders/histories';
import { keptRows } from '../oracle/keeping';
import type { Row } from '../oracle/rows';
import { rowsOfPerson } from '../oracle/visitors';
import { foreignTo } from './foreignTo';
import { deliverAll, type Place } from './places';
import { onEachStore } from './onEachStore';

onEachStore('on the %s store', ({ site, law }) => {
  const erasing = fc.record({
    history: histories,
    cut: cuts,
    erased: fc.constantFrom(...contacts),
    after: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  law(
    'whoever is erased amid any history is gone, others keep theirs, nothing else changes',
    'erasures',
    erasing,
    async ({ history: { world, deliveries }, cut, erased, after }) => {
      const place = await site().place(world);
      const batches = batchesOf(deliveries, cut);
      const early = Math.round(batches.length * after);
      await deliverAll(place, batches.slice(0, early));
      const before = await place.service.status(place.organisation);
      const { erasure } = await place.service.erase(place.organisation, [recordId(erased)]);
      await place.service.settled(place.organisation);
      const { certificate } = await place.service.erasure(place.organisation, erasure);
      expect(certificate).toMatchObject({ people: 1, found: 0 });
      expect((await place.service.status(place.organisation)).interactions).toBe(before.interactions);
      await deliverAll(place, batches.slice(early));

      expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
      expect((await place.service.person(place.organisation, recordId(erased))).rows).toEqual([]);
      const foreign = foreignTo(erased, deliveries);
      const kept = keptRows(deliveries);
      for (const contact of contacts.filter((one) => one !== erased)) {
        const expected = rowsOfPerson(kept, contact, true).filter(foreign);
        expect(await idsHeld(place, contact, foreign)).toEqual(expected.map(({ id }) => id).sort());
      }
    },
  );
});

async function idsHeld(
  { service, organisation }: Place,
  contact: string,
  foreign: (row: Pick<Row, 'id' | 'cells'>) => boolean,
): Promise<readonly string[]> {
  const { rows } = await service.person(organisation, recordId(contact));
  return rows
    .map((columns) => ({ id: columns['InternalMarketingInteractionId'] ?? '', cells: new Map<string, string>() }))
    .filter(foreign)
    .map(({ id }) => id)
    .sort();
}
