import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Once before all tests: a folder for what the workers make once and copy for each test (template.ts), and a browser. */
export default async function setUp() {
  const browser = process.env.TEST_CHROMIUM ?? browsers.find((path) => existsSync(path));
  if (browser) process.env.TEST_CHROMIUM = browser;
  process.env.TEST_RUN_FOLDER = await mkdtemp(join(tmpdir(), 'signpost-templates-'));
}
