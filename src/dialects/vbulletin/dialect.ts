import type { Environment } from '../../call/environment.ts';
import type { Dialect } from '../../http/dialect.ts';
import { approach, authenticate, recognise, recogniseClient } from './checks.ts';
import { legacyVocabulary } from './legacy/vocabulary.ts';
import { nativeVocabulary } from './native.ts';
import { refuseCall, refuseUnread } from './refusal.ts';
import { signed } from './signing.ts';
import { Call } from './call.ts';
import { ownerOf } from './vocabulary.ts';

const verbs: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** vBulletin's: `/api.php` and `/core/api.php`, with signed calls, and two vocabularies of what can be called there. */
export function vbulletin(environment: Environment): Dialect<Call> {
  const { caches, config, touches } = environment;
  const vocabularies = [legacyVocabulary(environment), nativeVocabulary(environment)];
  const find = (name: string) => ownerOf(vocabularies, name).find(name);
  const paths = new Set([`${config.BASE_PATH}/api.php`, `${config.BASE_PATH}/core/api.php`]);
  return {
    name: 'vbulletin',
    bodies: 'declared',
    verbs: (path) => (paths.has(path) || paths.has(plainPath(path)) ? verbs : undefined),
    begin: async (arrival) => new Call(environment, find, arrival, await caches.board()),
    approach,
    async uploads(call, fields) {
      if (call.uploads) return true;
      const known = call.withFields(fields);
      await recognise(known);
      return known.uploads;
    },
    authenticate,
    async answer(call) {
      if (call.operation === undefined) throw new Error('a call of nothing has passed the checks');
      const { body, queries, secrets } = await call.operation.answer(call);
      const own = call.session === undefined ? secrets : call.secrets();
      return { reply: signed({ body, secrets: own }), queries };
    },
    answered({ session }) {
      if (session !== undefined) touches.add(session, environment.now());
    },
    async refuse(error, call) {
      // A call that nobody has looked at as yet: its refusal is signed, too, wherever its client can be found.
      if (call.bodyUnread || call.params.overflow !== undefined)
        await recogniseClient(call).catch(() => undefined);
      return refuseCall(error, call, vocabularies);
    },
    refuseUnread: refuseUnread(vocabularies),
  };
}

/** As web servers read paths: clients join a base that ends with a slash and a path that begins with one. */
function plainPath(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}
