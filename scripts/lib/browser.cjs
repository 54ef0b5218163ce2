/** Finds a Chromium and starts it for playwright-core; for scripts and for tests (CommonJS) alike. */
const { existsSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** It runs as root in containers too, shows no window, and talks to nobody but the pages it is given. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** CHROME_PATH alone when it is set; else what is installed, then the one that npm brought. */
function browsers() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return [{ name: `CHROME_PATH (${chosen})`, prepare: () => ({ executablePath: chosen }) }];
  const installed = (usualPlaces[process.platform] ?? []).filter(existsSync);
  return [
    ...installed.map((path) => ({ name: path, prepare: () => ({ executablePath: path }) })),
    bundled,
    // Unpacked by another version, or broken off half-way: cleared, and unpacked once more.
    { ...bundled, prepare: () => (clearUnpacked(), bundled.prepare()) },
  ];
}

/**
 * The one in @sparticuz/chromium brings the system libraries that a bare machine lacks, and unpacks them when it takes
 * the machine for a Lambda. They are given to the browser only: other processes must not find them.
 */
const bundled = {
  name: '@sparticuz/chromium',
  prepare: async () => {
    const before = { ...process.env };
    try {
      process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
      const executablePath = await require('@sparticuz/chromium').executablePath();
      const libraries = [join(tmpdir(), 'al2023', 'lib'), before.LD_LIBRARY_PATH].filter(Boolean).join(':');
      const env = { FONTCONFIG_PATH: join(tmpdir(), 'fonts'), ...before, LD_LIBRARY_PATH: libraries };
      return { executablePath, env, args: ['--no-zygote'] };
    } finally {
      for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
      Object.assign(process.env, before);
    }
  },
};

function clearUnpacked() {
  for (const name of ['chromium', 'al2023', 'fonts']) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

/**
 * Starts the first browser that starts. Options are playwright's launch options; `args` come on top of ours.
 * @param {import('playwright-core').LaunchOptions} [options]
 * @param {ReturnType<typeof browsers>} [candidates]
 */
async function launchBrowser(options = {}, candidates = browsers()) {
  const { chromium } = require('playwright-core');
  const faults = [];
  for (const { name, prepare } of candidates) {
    try {
      const { args = [], ...found } = await prepare();
      const all = [...quiet, ...args, ...(options.args ?? [])];
      return await chromium.launch({ ...options, ...found, args: all });
    } catch (error) {
      faults.push(`${name}: ${error.message.split('\n')[0]}`);
    }
  }
  throw new Error(
    `No browser started. Set CHROME_PATH to a Chromium or Chrome. Tried:\n  ${[...new Set(faults)].join('\n  ')}`,
  );
}

module.exports = { launchBrowser, browsers, bundled };
