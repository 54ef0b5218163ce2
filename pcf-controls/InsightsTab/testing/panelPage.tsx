import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { ThemeProvider } from '@fluentui/react';
import type { PanelAnswer, PanelDef } from '@record-insights/domain';
import { formatOf } from '../../shared/format';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { textsOf } from '../../shared/texts';
import { themeOf } from '../../shared/theme';
import { createStyles, useGround } from '../../shared/ui/createStyles';
import { Content } from '../app/Content';
import { HostProvider, type Host } from '../app/host';
import { insightsAnswer, testNow, zone } from './fakeService';
import { plainHost } from './plainHost';

/** Draws panels alone in a page, from answers that a test gives: bundled and opened by tests in a browser. */

/** A panel, and what it is drawn from. */
export interface Shown {
  readonly panel: PanelDef;
  readonly answer: PanelAnswer;
}

export interface PageOptions {
  readonly texts: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly isDark: boolean;
  readonly isNarrow: boolean;
}

const useStyles = createStyles((theme) => ({
  page: { minHeight: '100vh', padding: 16, background: theme.palette.neutralLighterAlt },
}));

const hostOf = ({ texts, locale, isNarrow }: PageOptions): Host => ({
  ...plainHost(
    textsOf((key) => texts[key] ?? key),
    formatOf(locale, zone, testNow),
  ),
  isNarrow,
});

interface PageProps {
  readonly all: readonly Shown[];
  readonly isWide: boolean;
}

function Page({ all, isWide }: PageProps): React.ReactElement {
  const { ground } = useGround();
  const styles = useStyles();
  const data = insightsAnswer('Overview', [], { panels: all.map(({ answer }) => answer) });
  return (
    <main className={`${ground} ${styles.page}`}>
      <Content
        panels={all.map(({ panel }) => panel)}
        load={{ state: 'ready', data }}
        onRetry={() => undefined}
        isWide={isWide}
      />
    </main>
  );
}

function show(all: readonly Shown[], options: PageOptions): void {
  registerDrawings();
  ReactDOM.render(
    <ThemeProvider theme={themeOf({ isDark: options.isDark })}>
      <HostProvider value={hostOf(options)}>
        <Page all={all} isWide={!options.isNarrow} />
      </HostProvider>
    </ThemeProvider>,
    document.getElementById('root'),
  );
}

Object.assign(window, { showPanels: show });
