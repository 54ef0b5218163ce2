import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { PageOptions, Shown } from '../../pcf-controls/InsightsTab/testing/panelPage';
import { openControlPage, textsOfControl, type ControlPage } from './controlPage';

/** A page that draws panels alone. */
export interface PanelPage extends ControlPage {
  show(all: readonly Shown[], options?: Partial<PageOptions>): Promise<void>;
}

/** Bundles the control's panels with React and Fluent, and opens them in a window of their own. */
export async function openPanelPage(browser: Browser, options: BrowserContextOptions = {}): Promise<PanelPage> {
  const page = await openControlPage(browser, 'InsightsTab/testing/panelPage.tsx', options);
  const usual: PageOptions = {
    texts: textsOfControl('InsightsTab', '1033'),
    locale: 'en-GB',
    isDark: false,
    isNarrow: false,
  };
  return { ...page, show: (all, chosen) => page.call('showPanels', all, { ...usual, ...chosen }) };
}

export type { Shown };
