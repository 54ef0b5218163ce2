import * as React from 'react';
import { ThemeProvider } from '@fluentui/react';
import { render, type RenderResult } from '@testing-library/react';
import { formatOf } from '../../shared/format';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { themeOf } from '../../shared/theme';
import { HostProvider, type Host } from '../app/host';
import { testNow, zone } from './fakeService';
import { plainHost } from './plainHost';
import { texts } from './resx';

export const format = formatOf('en-GB', zone, testNow);

/** Everything a part of the tab may use, and what it opened. */
export function aHost(changes: Partial<Host> = {}): Host {
  return {
    ...plainHost(texts, format),
    openRecord: jest.fn(),
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
