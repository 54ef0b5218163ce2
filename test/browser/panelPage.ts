import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { stringsOfResx } from '@record-insights/crm-host/controls/controlLibrary';
import type { PageOptions, Shown } from '../../pcf-controls/InsightsTab/testing/panelPage';

const controls = join(__dirname, '../../pcf-controls');

/** A page that draws panels alone, and all that it was asked for besides. */
export interface PanelPage {
  readonly page: Page;
  /** Paths that were asked of the page's own machine, in the order of asking: the page itself is not among them. */
  readonly asked: readonly string[];
  /** Where the page stands: an address that reaches its machine. */
  readonly address: string;
  show(all: readonly Shown[], options?: Partial<PageOptions>): Promise<void>;
  close(): Promise<void>;
}

/** Bundles the control's panels with React and Fluent, and opens them in a window of their own. */
export async function openPanelPage(browser: Browser, options: BrowserContextOptions = {}): Promise<PanelPage> {
  const script = await bundle();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/panels.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (path === '/') return response.setHeader('content-type', 'text/html').end(html);
    asked.push(path);
    return response.writeHead(404).end();
  });
  const address = await listening(server);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await page.goto(address);
  const usual: PageOptions = { texts: textsIn('1033'), locale: 'en-GB', isDark: false, isNarrow: false };
  return {
    page,
    asked,
    address,
    show: (all, chosen) =>
      page.evaluate(
        ([shown, how]) =>
          (window as unknown as Record<string, (...all: unknown[]) => void>)['showPanels']?.(shown, how),
        [all, { ...usual, ...chosen }] as const,
      ),
    close: async () => {
      await context.close();
      await new Promise((done) => server.close(done));
    },
  };
}

const textsIn = (language: string): Readonly<Record<string, string>> =>
  stringsOfResx(readFileSync(join(controls, `InsightsTab/strings/InsightsTab.${language}.resx`), 'utf8'));

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Panels</title><link rel="icon" href="data:,">
<style>body { margin: 0 }</style><script>FabricConfig = { fontBaseUrl: '' }</script></head><body><div id="root"></div><script src="/panels.js"></script></body></html>`;

/** Where npm put a package of the controls: others in the workspaces bring a React of their own. */
const ofControls = (name: string): string => dirname(require.resolve(`${name}/package.json`, { paths: [controls] }));

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(controls, 'InsightsTab/testing/panelPage.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: Object.fromEntries(['react', 'react-dom'].map((name) => [name, ofControls(name)])),
    tsconfigRaw: {
      compilerOptions: {
        jsx: 'react',
        paths: { '@record-insights/domain': [join(__dirname, '../../services/domain/src/index.ts')] },
      },
    },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function listening(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  });
}
export type { Shown };
