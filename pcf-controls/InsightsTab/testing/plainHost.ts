import type { Format } from '../../shared/format';
import type { Texts } from '../../shared/texts';
import type { Host } from '../app/host';
import { fakeClient, period } from './fakeService';
import { someRows } from './rows';

const nothing = (): void => undefined;

/** A tab in which nothing can be opened; records are named after the first digits of their ids. */
export const plainHost = (texts: Texts, format: Format): Host => ({
  texts,
  format,
  client: fakeClient(someRows()),
  names: {
    nameOf: (type, id) => ({ state: 'named', name: `${type} ${id.slice(0, 4)}` }),
    subscribe: () => nothing,
  },
  word: (english) => english,
  clientUrl: 'https://crm.example',
  isNarrow: false,
  opened: undefined,
  preset: 'days30',
  days: period,
  category: 'Overview',
  openRecord: nothing,
  addressOf: (type, id) => `https://crm.example/${type}/${id}`,
  openRows: nothing,
  choosePreset: nothing,
  reload: nothing,
  announce: nothing,
});
