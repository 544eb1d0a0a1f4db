import type { AnyEndpoint } from '../dialects/invision/endpoint.ts';
import { type Exception, exceptions } from '../dialects/invision/exceptions.ts';
import { code, generatedPage, table } from './markdown.ts';

const introduction = `The community answers in Invision Community's REST API, too: the same paths, parameters, objects and error codes, over the same posts and members, with the same rights. \`GET /api/core/hello\` is a first request; on the sandbox:

\`\`\`sh
curl -u sandbox-invision-key: http://127.0.0.1:8080/api/core/hello
\`\`\`

A slash at the end does not matter; without rewriting, the same is at \`/api/index.php?/core/hello\`. GET takes its parameters from the query; POST and PUT from the query and a body, which wins: a form, multipart, or JSON, told by what it looks like and not by its content type. An item that is POSTed to with nothing is read. Answers are JSON, dates RFC 3339 in UTC. A list is \`{page, perPage, totalResults, totalPages, results}\`.

## Who asks

A **key** acts as the site: it sees all, names the author of what it writes (\`author\`; 0 with \`author_name\` for a guest), says from which address and with which HTML, which stays as it is. Administrators make keys with \`signpost key add\` or the class [apikey](reference/apikey.md), which says what a key may be limited to. It is sent as the user name of HTTP Basic, with any password; in \`X-Authorization\`; as \`key\` in a body; or as \`key\` in the URL, where the key allows it. A token of client credentials is the same.

A **member's token** (OAuth 2, \`Authorization: Bearer\` or \`access_token\`) acts as that member, with their rights: what needs a right that they have not is ignored, and HTML is cleaned. Clients are made with the class [oauthclient](reference/oauthclient.md); where the log-in page, the tokens and the rest are, \`/.well-known/oauth-authorization-server\` tells (RFC 8414). A client that can keep no secret proves itself by PKCE (S256). The scope \`profile\` is for \`core/me\`, \`email\` for the address there, others are the administrator's own. On the sandbox: \`sandbox-client\` with \`sandbox-secret\`, and \`sandbox-app\` without, both at \`http://127.0.0.1:21690/callback\`.

\`X-IPS-Language\` chooses the language of hints by its id (\`language.fetchAll\`).

## Errors

\`{"errorCode": "…", "errorMessage": "…", "hint": "…"}\`: code and message are constants to compare, the hint is for people. What any request may meet, in the order of the checks:`;

const beyond = `Refusals of the board that Invision has no row for have \`SP/\` and the status as their code, and the id of [the board's error](../api.php.md#errors) in capitals as their message: \`SP/413 REQUEST_TOO_LARGE\`, \`SP/400 INVALID_PARAMETER\`, \`SP/503 TOOBUSY\`.`;

/** The page of Invision's API. */
export function emitInvision(endpoints: readonly AnyEndpoint[]): string {
  const parts = [
    "# Invision's REST API",
    generatedPage,
    introduction,
    errors(Object.values(exceptions)),
    beyond,
    '## Endpoints',
    ...endpoints.map(section),
  ];
  return `${parts.join('\n\n')}\n`;
}

function errors(rows: readonly Exception[]): string {
  const cells = rows.map((row) => [
    ...[code(row.code), code(row.message), String(row.status)],
    row.hint,
  ]);
  return table(['code', 'message', 'HTTP', 'hint'], cells);
}

const whose = {
  site: 'For keys and client credentials alone.',
  member: 'For a member’s own token alone.',
} as const;

function section({
  path,
  doc,
  takes,
  gives,
  only,
  refuses = {},
  throws = [],
}: AnyEndpoint): string {
  const names = Object.entries(takes).map(([name, kind]) => [code(name), kind.doc]);
  const told = new Map(
    [...throws, ...Object.values(refuses)].map((row) => [`${row.code} ${row.message}`, row]),
  );
  const parts = [
    `### ${path}`,
    [doc, ...(only === undefined ? [] : [whose[only]]), `Answers: ${gives}.`].join(' '),
    ...(names.length === 0 ? [] : [table(['parameter', 'is'], names)]),
    ...(told.size === 0 ? [] : [errors([...told.values()])]),
  ];
  return parts.join('\n\n');
}
