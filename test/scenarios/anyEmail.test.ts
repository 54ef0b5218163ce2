import fc from 'fast-check';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { histories, messages } from '../builders/histories';
import { questions } from '../builders/questions';
import type { World } from '../builders/worlds';
import type { Question } from '../oracle/counting';
import { keptRows } from '../oracle/keeping';
import { emailAnswers, emailTold, emailToldIn, expectedOfEmail } from './emailAnswers';
import { deliverAll } from './places';
import { lose, storedRows } from './storedRows';
import { onEachStore } from './onEachStore';

const arriving = fc.record({
  history: histories,
  cut: cuts,
  email: fc.constantFrom(...messages),
  asked: questions,
});

const questionIn = (asked: (world: World) => { question: Question }, world: World): Question => asked(world).question;

onEachStore('an email on the %s store', ({ site, law }) => {
  law(
    'every number, chart and list is what the oracle counts in the raw rows, in whatever order and batches they came',
    'emails',
    arriving,
    async ({ history: { world, deliveries }, cut, email, asked }) => {
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      const question = questionIn(asked, world);
      const expected = expectedOfEmail(keptRows(deliveries), email, question, world.now);
      expect(await emailTold(place, email, question)).toEqual(expected);
    },
  );

  law(
    'recounting finds no difference, making all again writes nothing, and older views stay what they were',
    'emailViews',
    arriving,
    async ({ history: { world, deliveries }, cut, email, asked }) => {
      const place = await site().place(world);
      const batches = batchesOf(deliveries, cut);
      const half = Math.ceil(batches.length / 2);
      await deliverAll(place, batches.slice(0, half));
      const early = await emailAnswers(place, email, questionIn(asked, world));
      const toldEarly = await emailToldIn(place, early);
      await deliverAll(place, batches.slice(half));
      expect(await emailToldIn(place, early)).toEqual(toldEarly);
      expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
      const stored = await storedRows(site().store, place.organisation);
      await place.service.command(place.organisation, 'rebuild');
      expect(await storedRows(site().store, place.organisation)).toEqual(stored);
    },
  );

  law(
    'what was lost of the tables is made again from the rows in full',
    'emailLosses',
    fc.tuple(arriving, fc.integer({ min: 1, max: 4 })),
    async ([{ history, cut, email, asked }, every]) => {
      const { world, deliveries } = history;
      const place = await site().place(world);
      await deliverAll(place, batchesOf(deliveries, cut));
      await lose(site().store, place.organisation, every);
      await place.service.command(place.organisation, 'rebuild');
      const question = questionIn(asked, world);
      expect(await emailTold(place, email, question)).toEqual(
        expectedOfEmail(keptRows(deliveries), email, question, world.now),
      );
    },
  );
});
