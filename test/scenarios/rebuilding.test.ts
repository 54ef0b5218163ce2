import { recordId } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { ownPlace } from './ownPlace';
import type { Place } from './places';
import { lose } from './storedRows';

const [anna, berit, carl] = [1, 2, 3].map((n) => recordId(`${n}1111111-1111-4111-8111-111111111111`)) as [
  Person,
  Person,
  Person,
];
type Person = ReturnType<typeof recordId>;

const opened = (contact: Person, version: number): object => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: 'a1',
  Timestamp: '2026-11-20T10:00:00Z',
  ContactId: contact,
  Version: String(version),
});

const rebuild = ({ service, organisation }: Place): Promise<void> => service.command(organisation, 'rebuild');
const whoHasIt = async ({ service, organisation }: Place, view?: number): Promise<readonly string[]> => {
  const names = [];
  for (const [name, id] of Object.entries({ anna, berit, carl })) {
    const query = { recordType: 'contact', id, list: 'contact.interactions', view } as const;
    if ((await service.list(organisation, query)).total > 0) names.push(name);
  }
  return names;
};

const { place, store, given } = ownPlace();

test.each([
  ['on to a third', carl, ['carl']],
  ['back', anna, ['anna']],
])(
  'a row that went to another person and %s is in older views with whom it was, also after a rebuild',
  async (_where, last, end) => {
    for (const [i, person] of [anna, berit, last].entries()) await given(opened(person, i));
    for (const rebuilt of [false, true]) {
      if (rebuilt) await rebuild(place);
      expect([await whoHasIt(place, 1), await whoHasIt(place, 2), await whoHasIt(place, 3)]).toEqual([
        ['anna'],
        ['berit'],
        end,
      ]);
    }
  },
);

test.each([
  ['carl', [anna, berit, carl]],
  ['berit', [carl, anna, berit]],
  ['anna', [berit, carl, anna]],
])('a rebuild finds that a row is now with %s although every id and every cell was lost', async (last, people) => {
  for (const [i, person] of people.entries()) await given(opened(person, i));
  await lose(store(), place.organisation, 1);
  expect(await whoHasIt(place)).toEqual([]);
  await rebuild(place);
  expect(await whoHasIt(place)).toEqual([last]);
  expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
});
