import TestSequencer from '@jest/test-sequencer';

/** What takes longest, at first as measured on a fresh machine: begun last, it would run while the other workers idle. */
const slow = [
  ...['hostile-parameters', 'rights', 'start', 'hidden-nodes', 'content_attach', 'hostile-content'],
  ...['browser', 'counters', 'moderation-rights'],
].map((name) => new RegExp(`/${name}\\.test\\.ts$`));

/** The slow suites first, in the order of the list; the others as Jest knows them from its last run, or by their size. */
export default class SlowFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ path }) {
  const place = slow.findIndex((name) => name.test(path));
  return place === -1 ? slow.length : place;
}
