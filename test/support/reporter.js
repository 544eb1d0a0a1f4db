const servers = {
  postgres: 'TEST_POSTGRES_URL',
  mariadb: 'TEST_MARIADB_URL',
  redis: 'TEST_REDIS_URL',
};

/** Prints for each project (one for each database) how many tests ran, and fails a run in which any was skipped. */
export default class CountReporter {
  #skipped = 0;

  onRunComplete(_contexts, results) {
    for (const [name, { passed, failed, skipped }] of countByProject(results.testResults)) {
      console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    }
    for (const [name, variable] of Object.entries(servers)) {
      if (!process.env[variable]) console.log(`${name}: not run, since ${variable} is not set`);
    }
    if (!process.env.TEST_CHROMIUM)
      console.log('chromium: not run, since there is none and TEST_CHROMIUM is not set');
    this.#skipped = results.numPendingTests + results.numTodoTests;
    console.log(
      `\n${results.numPassedTests} passed, ${results.numFailedTests} failed, ${this.#skipped} skipped`,
    );
  }

  getLastError() {
    return this.#skipped > 0 ? new Error(`${this.#skipped} tests were skipped`) : undefined;
  }
}

function countByProject(files) {
  const counts = new Map();
  for (const file of files) {
    const name = file.displayName?.name ?? 'tests';
    const count = counts.get(name) ?? { passed: 0, failed: 0, skipped: 0 };
    count.passed += file.numPassingTests;
    count.failed += file.numFailingTests;
    count.skipped += file.numPendingTests + file.numTodoTests;
    counts.set(name, count);
  }
  return counts;
}
