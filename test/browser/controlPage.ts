import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { stringsOfResx } from '@record-insights/crm-host/controls/controlLibrary';

const controls = join(__dirname, '../../pcf-controls');

/** A page that draws parts of a control alone, and all that it was asked for besides. */
export interface ControlPage {
  readonly page: Page;
  /** Paths that were asked of the page's own machine, in the order of asking: the page itself is not among them. */
  readonly asked: readonly string[];
  /** Where the page stands: an address that reaches its machine. */
  readonly address: string;
  /** Calls a function that the script gives to the window. */
  call(name: string, ...values: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Bundles a script of the controls with React and Fluent, and opens it in a window of its own.
 * @param script in `pcf-controls`
 */
export async function openControlPage(
  browser: Browser,
  script: string,
  options: BrowserContextOptions = {},
): Promise<ControlPage> {
  const code = await bundle(script);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/panels.js') return response.setHeader('content-type', 'text/javascript').end(code);
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
  return {
    page,
    asked,
    address,
    call: (name, ...values) =>
      page.evaluate(
        ([called, all]) => (window as unknown as Record<string, (...all: unknown[]) => void>)[called]?.(...all),
        [name, values] as const,
      ),
    close: async () => {
      await context.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The texts of a control in a language, by key. */
export const textsOfControl = (control: string, language: string): Readonly<Record<string, string>> =>
  stringsOfResx(readFileSync(join(controls, `${control}/strings/${control}.${language}.resx`), 'utf8'));

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Panels</title><link rel="icon" href="data:,">
<style>body { margin: 0 }</style><script>FabricConfig = { fontBaseUrl: '' }</script></head><body><div id="root"></div><script src="/panels.js"></script></body></html>`;

/** Where npm put a package of the controls: others in the workspaces bring a React of their own. */
const ofControls = (name: string): string => dirname(require.resolve(`${name}/package.json`, { paths: [controls] }));

async function bundle(script: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(controls, script)],
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
