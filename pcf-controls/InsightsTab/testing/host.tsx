import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import { render, type RenderResult } from '@testing-library/react';
import { formatOf } from '../../shared/format';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { themeOf } from '../../shared/theme';
import { HostProvider, type Host } from '../app/host';
import { fakeClient, period, testNow, zone } from './fakeService';
import { texts } from './resx';
import { someRows } from './rows';

export const format = formatOf('en-GB', zone, testNow);

/** Everything a part of the tab may use; records are named after the first digits of their ids. */
export function aHost(changes: Partial<Host> = {}): Host {
  return {
    texts,
    format,
    client: fakeClient(someRows()),
    names: {
      nameOf: (type, id) => ({ state: 'named', name: `${type} ${id.slice(0, 4)}` }),
      subscribe: () => () => undefined,
    },
    word: (english) => english,
    clientUrl: 'https://crm.example',
    isNarrow: false,
    opened: undefined,
    preset: 'days30',
    days: period,
    category: 'Overview',
    openRecord: jest.fn(),
    addressOf: (type, id) => `https://crm.example/${type}/${id}`,
    openRows: jest.fn(),
    choosePreset: jest.fn(),
    reload: jest.fn(),
    announce: jest.fn(),
    ...changes,
  };
}

/** Draws a part as it stands in the tab. */
export function renderInHost(part: React.ReactElement, host: Host = aHost()): RenderResult {
  registerDrawings();
  return render(
    <ThemeProvider theme={themeOf({})}>
      <HostProvider value={host}>{part}</HostProvider>
    </ThemeProvider>,
  );
}
