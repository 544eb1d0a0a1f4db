import type { ResultOf } from '../../../call/ask.ts';
import type { Caller } from '../../../call/caller.ts';
import { endpoint } from '../endpoint.ts';
import {
  exceptions as everywhere,
  Refusal,
  webhookExceptions as exceptions,
} from '../exceptions.ts';
import { text, texts, word } from '../kinds.ts';
import { date } from '../objects/date.ts';

type Hook = ResultOf<'webhook.fetchAll'>[number];

/** A webhook (dialects-additions A1.7). */
interface Webhook {
  readonly id: number;
  readonly url: string;
  readonly events: readonly string[];
  readonly content_header: string;
  readonly enabled: boolean;
  readonly created: string;
}

/** Webhooks: a key has its own ones. */
export const webhooks = [
  endpoint({
    path: 'GET /core/webhooks',
    doc: 'Lists the webhooks that were made with this key.',
    takes: {},
    asks: ['webhook.fetchAll'],
    gives: 'List of Webhook',
    only: 'site',
    async answer({ ask, caller }) {
      return ownOf(await ask('webhook.fetchAll'), caller).map(webhookOf);
    },
  }),
  endpoint({
    path: 'POST /core/webhooks',
    doc: 'Has an address told of what happens. Its secret, which signs what is sent, is not shown again.',
    takes: {
      url: text('The address, of http or https.'),
      events: texts(
        'Of what: member_create, forumsTopic_create, forumsTopicPost_create, in any case.',
      ),
      content_header: word(
        ['application/json', 'application/x-www-form-urlencoded'],
        'How it is written: application/json when left out.',
      ),
    },
    asks: ['webhook.add', 'webhook.fetchAll'],
    gives: 'Webhook',
    only: 'site',
    throws: [exceptions.noUrl, exceptions.noEvents],
    async answer({ ask, caller, given }) {
      const { url = '', events = [], content_header: contenttype } = given;
      if (url.trim() === '') throw new Refusal(exceptions.noUrl);
      if (events.length === 0) throw new Refusal(exceptions.noEvents);
      const { webhookid, secret } = await ask('webhook.add', {
        data: {
          ...{ url, events: [...events], apikeyid: keyOf(caller) },
          ...(contenttype !== undefined && { contenttype }),
        },
      });
      const made = (await ask('webhook.fetchAll')).find((hook) => hook.webhookid === webhookid);
      if (made === undefined) throw new Refusal(exceptions.invalidId);
      return { ...webhookOf(made), secret };
    },
  }),
  endpoint({
    path: 'DELETE /core/webhooks/{id}',
    doc: 'Removes a webhook, with what waits for it.',
    takes: {},
    asks: ['webhook.fetchAll', 'webhook.remove'],
    gives: 'Nothing',
    only: 'site',
    throws: [exceptions.invalidId],
    async answer({ ask, caller, id: webhookid }) {
      const own = ownOf(await ask('webhook.fetchAll'), caller);
      if (!own.some((hook) => hook.webhookid === webhookid))
        throw new Refusal(exceptions.invalidId);
      await ask('webhook.remove', { webhookid });
      return {};
    },
  }),
];

/** The key that asks. @throws Refusal for client credentials: a webhook ends with its key */
function keyOf({ credential }: Caller): number {
  if (credential.kind === 'key') return Number(credential.id);
  throw new Refusal(everywhere.noPermission, { hint: 'Webhooks belong to API keys: use one.' });
}

function ownOf(hooks: readonly Hook[], caller: Caller): readonly Hook[] {
  const key = keyOf(caller);
  return hooks.filter((hook) => hook.apikeyid === key);
}

function webhookOf({ webhookid, url, events, contenttype, disabled, created }: Hook): Webhook {
  return {
    ...{ id: webhookid, url, events, content_header: contenttype },
    ...{ enabled: disabled === 0, created: date(created) },
  };
}
