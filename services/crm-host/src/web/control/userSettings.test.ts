import { formatting, userSettingsOf } from './userSettings';

const me = {
  id: 'abc',
  name: 'Emil Krogh',
  title: '',
  roles: ['insights.read'],
  organisation: { id: 'o', businessUnit: 'b', name: 'n' },
};

describe('The settings of the user in the context', () => {
  test('name days from Sunday and months from January', () => {
    expect(userSettingsOf(me)).toMatchObject({
      userId: '{ABC}',
      languageId: 1033,
      dateFormattingInfo: {
        dayNames: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
        abbreviatedMonthNames: expect.arrayContaining(['Jan', 'Dec']) as unknown,
      },
    });
  });
});

describe('Formatting in the context', () => {
  test('weeks of the year are those of ISO 8601', () => {
    const weeks = [new Date(2026, 0, 1), new Date(2027, 0, 1), new Date(2026, 11, 28)].map(formatting.getWeekOfYear);
    expect(weeks).toEqual([1, 53, 53]);
  });

  test('numbers are grouped and cut as asked', () => {
    expect([formatting.formatInteger(11842.4), formatting.formatDecimal(2.345, 1)]).toEqual(['11,842', '2.3']);
  });
});
