import { tableNamed } from '../tables';
import { addressOf, listPlace, placeOf, recordPlace, type Place } from './place';

const contact = tableNamed('contact')!;
const id = '00000001-0000-4000-8000-000000000001';
const read = (address: string): Place => {
  const { pathname, search } = new URL(address, 'http://localhost');
  return placeOf(pathname, search);
};

describe('Addresses of the app', () => {
  const places: readonly Place[] = [
    { at: 'home' },
    { at: 'settings' },
    { at: 'glossary' },
    { at: 'search', text: 'marta & co' },
    listPlace(contact),
    { at: 'list', table: contact, search: 'lind', sort: 'fullname', descending: true, page: 3 },
    { at: 'new', table: contact },
    recordPlace(contact, id),
    { at: 'record', table: contact, id, tab: 'insights' },
  ];
  test.each(places.map((place) => [addressOf(place), place] as const))(
    '%s leads back to its place',
    (address, place) => {
      expect(read(address)).toEqual(place);
    },
  );

  test('the links of model-driven apps are understood, braces and capitals included', () => {
    const braced = `%7B${id.toUpperCase()}%7D`;
    expect(read(`/main.aspx?pagetype=entityrecord&etn=contact&id=${braced}&tab=insights`)).toEqual({
      at: 'record',
      table: contact,
      id,
      tab: 'insights',
    });
    expect(read('/main.aspx?pagetype=entitylist&etn=contact')).toEqual(listPlace(contact));
    expect(read('/main.aspx')).toEqual(listPlace(contact));
  });

  test('what is no place of the app is said to be none', () => {
    expect([read('/elsewhere'), read('/systemusers'), read('/main.aspx?etn=unknown')]).toEqual(
      Array(3).fill({ at: 'nowhere' }),
    );
  });

  test('a page that is no number is the first', () => {
    expect(read('/contacts?page=abc')).toEqual(listPlace(contact));
    expect(read('/contacts?page=-2')).toEqual(listPlace(contact));
  });
});
