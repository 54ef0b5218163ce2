import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { ThemeProvider } from '@fluentui/react';
import { formatOf } from '../../shared/format';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { textsOf } from '../../shared/texts';
import { themeOf } from '../../shared/theme';
import { createStyles, useGround } from '../../shared/ui/createStyles';
import { HostProvider, type Host } from '../app/host';
import { FunnelPanel } from '../panels/FunnelPanel';
import { HeatMapPanel } from '../panels/heatMap/HeatMapPanel';
import { MapPanel } from '../panels/map/MapPanel';
import { ResultsPanel } from '../panels/ResultsPanel';
import { ValuesPanel } from '../panels/ValuesPanel';
import { fakeClient, period, testNow, zone } from './fakeService';
import { someRows } from './rows';

/** Draws panels alone in a page, from answers that a test gives: bundled and opened by tests in a browser. */

const panels = {
  funnel: FunnelPanel,
  values: ValuesPanel,
  map: MapPanel,
  results: ResultsPanel,
  heatMap: HeatMapPanel,
};

export interface Shown {
  readonly panel: {
    readonly kind: keyof typeof panels;
    readonly id: string;
    readonly title: string;
    readonly tooltip: string;
    readonly shows?: 'bars' | 'table';
  };
  readonly answer: unknown;
}

export interface PageOptions {
  readonly texts: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly isDark: boolean;
  readonly isNarrow: boolean;
}

const useStyles = createStyles((theme) => ({
  page: {
    minHeight: '100vh',
    padding: 16,
    background: theme.palette.neutralLighterAlt,
    display: 'grid',
    gap: 16,
    alignContent: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
}));

/** What was opened, for the test to ask. */
const opened: unknown[] = [];

function hostOf({ texts, locale, isNarrow }: PageOptions): Host {
  return {
    texts: textsOf((key) => texts[key] ?? key),
    format: formatOf(locale, zone, testNow),
    client: fakeClient(someRows()),
    names: {
      nameOf: (type, id) => ({ state: 'named', name: `${type} ${id.slice(0, 4)}` }),
      subscribe: () => () => undefined,
    },
    word: (english) => english,
    clientUrl: '',
    isNarrow,
    opened: undefined,
    preset: 'days30',
    days: period,
    category: 'Overview',
    openRecord: () => undefined,
    addressOf: () => '#',
    openRows: (opening) => opened.push(opening),
    choosePreset: () => undefined,
    reload: () => undefined,
    announce: () => undefined,
  };
}

function Page({ all }: { readonly all: readonly Shown[] }): React.ReactElement {
  const { ground } = useGround();
  const styles = useStyles();
  return (
    <main className={`${ground} ${styles.page}`}>
      {all.map(({ panel, answer }) => {
        const Panel = panels[panel.kind] as unknown as React.ComponentType<Record<string, unknown>>;
        const load = { state: 'ready', data: answer };
        return <Panel key={panel.id} panel={panel} load={load} onRetry={() => undefined} />;
      })}
    </main>
  );
}

function show(all: readonly Shown[], options: PageOptions): void {
  registerDrawings();
  ReactDOM.render(
    <ThemeProvider theme={themeOf({ isDark: options.isDark })}>
      <HostProvider value={hostOf(options)}>
        <Page all={all} />
      </HostProvider>
    </ThemeProvider>,
    document.getElementById('root'),
  );
}

Object.assign(window, { showPanels: show, openedRows: opened });
