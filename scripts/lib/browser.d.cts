import type { Browser, LaunchOptions } from 'playwright-core';

/** Starts the first browser that starts: CHROME_PATH, an installed one, or the one in @sparticuz/chromium. */
export function launchBrowser(options?: LaunchOptions): Promise<Browser>;
