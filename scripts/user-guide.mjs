// npm run guide [-- --address http://localhost:4280] [--words] [RECORD-TYPE …]
// Takes the pictures of docs/user-guide.md from the running product, and writes what the registry says beside them.
// Without an address it starts the product for it, on a sample of its own. --words takes no pictures.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { root } from './lib/root.mjs';

const require = createRequire(import.meta.url);
const { launchBrowser } = require('./lib/browser.cjs');
const file = join(root, 'docs', 'user-guide.md');
const pictures = join(root, 'docs', 'pictures', 'guide');
const largestPicture = 150_000;
const frame = { width: 1180, height: 860 };
/** Of so many records of a type the one with the most to show is taken. */
const candidates = 20;
const port = 4290;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { address: { type: 'string' }, words: { type: 'boolean', default: false } },
});
await ensureBuilt();
const { guideCategories, guideChapters, recordTypes } = require(join(root, 'services/domain/dist/cjs/index.js'));

if (!options.words) await (options.address ? takePictures(options.address) : withProduct(takePictures));
writeWords();

/** Starts the product on data that are thrown away afterwards. */
async function withProduct(work) {
  const data = mkdtempSync(join(tmpdir(), 'user-guide-'));
  const words = [join(root, 'scripts/start.mjs'), '--port', String(port), '--data', data, '--no-open'];
  const product = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((end) => product.once('exit', end));
  try {
    await new Promise((ready, fail) => {
      product.stdout.on('data', (text) => String(text).includes('is ready') && ready());
      void ended.then((code) => fail(new Error(`The product ended with code ${code} before it was ready.`)));
    });
    await work(`http://localhost:${port}`);
  } finally {
    product.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

async function takePictures(address) {
  mkdirSync(pictures, { recursive: true });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Oslo',
      viewport: frame,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: /Emil Krogh/ }).click();
    await page.getByRole('button', { name: /account menu$/ }).waitFor();
    const wanted = guideCategories.filter(
      ({ recordType }) => positionals.length === 0 || positionals.includes(recordType),
    );
    for (const recordType of new Set(wanted.map((one) => one.recordType))) {
      const some = wanted.filter((one) => one.recordType === recordType);
      await picturesOf(page, address, recordType, some);
    }
  } finally {
    await browser.close();
  }
}

async function picturesOf(page, address, recordType, categories) {
  const id = await richest(page, recordType, categories[0].category.id);
  await page.goto(`${address}/${recordTypes[recordType].tables.own.set}/${id}`);
  await page.getByRole('tab', { name: 'Insights' }).click();
  for (const { category, picture } of categories) {
    const navigator = page.getByRole('navigation', { name: 'Insight categories' });
    await navigator.getByRole('button', { name: category.title, exact: true }).click();
    await page.getByRole('heading', { name: category.title, level: 2 }).waitFor();
    const months = page.getByRole('button', { name: '12 months', exact: true });
    if ((await months.count()) > 0) await months.click();
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => globalThis.document.querySelector('[aria-busy="true"]') === null);
    const bytes = await pictureOf(page);
    writeFileSync(join(pictures, picture), bytes);
    console.log(`${picture}: ${Math.round(bytes.length / 1000)} kB`);
  }
}

/** The tab as it is seen, shortened from below until it is small enough to keep. */
async function pictureOf(page) {
  const box = await page.getByRole('region', { name: 'Insights', exact: true }).boundingBox();
  const top = Math.max(0, box.y);
  for (let height = Math.min(box.height, frame.height - top); ; height = Math.round(height * 0.9)) {
    const clip = { x: box.x, y: top, width: Math.min(box.width, frame.width - box.x), height };
    const bytes = await page.screenshot({ clip });
    if (bytes.length <= largestPicture) return bytes;
  }
}

/** The id of the record about which the service has the most to say in a category, among some that CRM lists. */
function richest(page, recordType, category) {
  const { set, key } = recordTypes[recordType].tables.own;
  return page.evaluate(
    async ({ recordType, category, set, key, candidates }) => {
      const from = (address, init) => fetch(address, init).then((answer) => answer.json());
      const { value } = await from(`/api/data/v9.2/${set}?$select=${key}&$top=${candidates}`);
      const { token } = await from('/auth/token');
      const service = new URL(globalThis.location.origin);
      service.port = String(Number(service.port) + 1);
      const to = new Date().toISOString().slice(0, 10);
      const since = new Date(Date.now() - 360 * 86_400_000).toISOString().slice(0, 10);
      const told = [];
      for (const row of value) {
        const path = `/v1/records/${recordType}/${row[key]}/insights/${category}?from=${since}&to=${to}`;
        const answer = await fetch(`${service.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
        told.push([row[key], (await answer.text()).length]);
      }
      return told.sort((a, b) => b[1] - a[1])[0][0];
    },
    { recordType, category, set, key, candidates },
  );
}

/** Writes the chapters of the categories that have a picture, between the marks in the guide. */
function writeWords() {
  const known = guideCategories.filter(({ picture }) => existsSync(join(pictures, picture)));
  const [begin, end] = ['<!-- from the registry: npm run guide -->', '<!-- end -->'];
  const [before, , after] = readFileSync(file, 'utf8').split(new RegExp(`${begin}|${end}`));
  writeFileSync(file, `${before}${begin}\n\n${guideChapters(known)}\n\n${end}${after}`);
}
