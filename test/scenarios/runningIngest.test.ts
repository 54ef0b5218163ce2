import fc from 'fast-check';
import { readGroup } from '@record-insights/api/sequence/groups';
import { batchesOf, cuts } from '../builders/cuts';
import { histories } from '../builders/histories';
import { questions } from '../builders/questions';
import type { World } from '../builders/worlds';
import type { Question } from '../oracle/counting';
import { dayIn, daysLater } from '../oracle/days';
import { keptRows } from '../oracle/keeping';
import type { Delivered } from '../oracle/rows';
import type { Told } from './answers';
import { expectedOf } from './expected';
import { deliver, type Place, type Site } from './places';
import { openReader } from './reader';
import { onEachStore } from './onEachStore';

const running = fc.record({
  history: histories,
  cut: cuts,
  looks: fc.array(
    fc.record({
      /** How many moments of the engine after the look before. */
      after: fc.nat(40),
      /** Whether the engine waits for the reader, rather than going on meanwhile. */
      holds: fc.boolean(),
      askedIn: questions,
      limit: fc.integer({ min: 1, max: 3 }),
      verifies: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  /** After which batch the tables are made again. */
  rebuild: fc.option(fc.nat(5), { nil: undefined, freq: 1 }),
});

onEachStore('while ingest goes on, on the %s store', ({ site, law }) => {
  law(
    'every view is whole: numbers, lists, CSV and pages are those of the rows counted, and recounting finds nothing',
    'moments',
    running,
    async ({ history: { world, deliveries }, cut, looks, rebuild }) => {
      const place = await site().place(world);
      const { service, organisation } = place;
      const reader = openReader(place);
      const reading: Promise<void>[] = [];
      const due = [...looks];
      let moments = 0;
      site().listen(async () => {
        const read = reader.turnPages();
        reading.push(read);
        await read;
        const [next] = due;
        if (!next || moments++ < next.after) return;
        due.shift();
        moments = 0;
        const look = reader.look({ ...next, ...next.askedIn(world), everything: everythingIn(world) });
        reading.push(look);
        if (next.holds) await look;
      });
      const sent = new Map<string, readonly Delivered[]>();
      const commands: Promise<void>[] = [];
      for (const [i, batch] of batchesOf(deliveries, cut).entries()) {
        for (const [sentAs, rows] of await deliver(place, batch)) sent.set(sentAs, rows);
        if (i === rebuild) commands.push(service.command(organisation, 'rebuild'));
      }
      await service.settled(organisation);
      await Promise.all([...commands, ...reading]);
      site().listen(() => Promise.resolve());
      for (const { contact, question, view, told, everything, differences } of await reader.seen()) {
        const toldAt = async (at: number, asked: Question): Promise<Told> =>
          expectedOf(keptRows(await countedAt(site(), place, at, sent)), contact, asked, world.now);
        expect(told).toEqual(await toldAt(view, question));
        const all = await toldAt(everything.view, everything.question);
        expect(everything.ids).toEqual(all.lists['contact.interactions']?.map(([id]) => id));
        expect(differences).toEqual([]);
      }
    },
  );
});

/** More days than are shown, up to those that may lie ahead. */
const everythingIn = ({ zone, now }: World): Question => {
  const today = dayIn(zone, now);
  return { zone, from: daysLater(today, -400), to: daysLater(today, 2) };
};

/** The rows that the groups up to a view took. */
async function countedAt(
  { store }: Site,
  { organisation }: Place,
  view: number,
  sent: ReadonlyMap<string, readonly Delivered[]>,
): Promise<readonly Delivered[]> {
  const counted: Delivered[] = [];
  for (let n = 1; n <= view; n++) {
    const group = await readGroup(store, organisation, n);
    for (const batch of group?.batches ?? []) counted.push(...(sent.get(batch) ?? []));
  }
  return counted;
}
