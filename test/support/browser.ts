import { expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/**
 * Defines tests that need a browser. Where there is none (`setup.js` looks for it) the run says so at its end, and in CI
 * that is a failure.
 */
export function inBrowser(tests: (executable: string) => void): void {
  const executable = process.env.TEST_CHROMIUM;
  if (executable) {
    tests(executable);
    return;
  }
  test('without Chromium nothing is tried in a browser', () => {
    expect(process.env.CI ?? '').toBe('');
  });
}

/**
 * Starts a browser that asks nobody but whom its pages name.
 * @param hosts addresses by the names of hosts that only the test knows
 */
export function startBrowser(
  executablePath: string,
  hosts: Readonly<Record<string, string>> = {},
): Promise<Browser> {
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`);
  const args = [
    ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    `--host-resolver-rules=${rules.join(',')}`,
  ];
  return chromium.launch({ executablePath, args });
}

/** A page that was opened and shown to its end. */
export interface Shown {
  readonly page: Page;
  readonly status: number;
  /** What the browser complained of: errors, what the page's policy forbids, and what could not be fetched. */
  readonly complaints: readonly string[];
}

/** Opens an address in a browser that has seen nothing yet, and scrolls through, so that late pictures come, too. */
export async function show(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Shown> {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A page that says that there is nothing is a failure to fetch for the console.
    const isPage = message.location().url === url && message.text().startsWith('Failed to load');
    if (!isPage) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.url() !== url && response.status() >= 400)
      complaints.push(`${response.status()} ${response.url()}`);
  });
  const answer = await page.goto(url);
  await page.evaluate(`Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => undefined);
  }))`);
  return { page, status: answer?.status() ?? 0, complaints };
}

/** How many pixels wide the page is: more than the window where something sticks out. */
export async function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}

/**
 * What people who see little, hear the page or have no mouse would stumble over, and where.
 * @param rules those of axe to apply; all of them when left out
 */
export async function obstacles(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const options = rules === undefined ? {} : { runOnly: rules };
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  );
}

/** What the tabulator key leads to, one after the other: each with whether it shows that it is there. */
export async function tabStops(page: Page): Promise<readonly TabStop[]> {
  const stops: TabStop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<TabStop | null>(`(() => {
      const there = document.activeElement;
      if (there === document.body || there.dataset.seen === 'yes') return null;
      there.dataset.seen = 'yes';
      const { outlineStyle, outlineWidth } = getComputedStyle(there);
      return { text: there.textContent.trim(), marked: outlineStyle !== 'none' && outlineWidth !== '0px' };
    })()`);
    if (stop === null) return stops;
    stops.push(stop);
  }
}

export interface TabStop {
  readonly text: string;
  readonly marked: boolean;
}
