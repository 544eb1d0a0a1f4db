import type OAuth2Server from '@node-oauth/oauth2-server';
import type { Environment } from '../../call/environment.ts';
import { grantStands } from '../../call/token.ts';
import {
  findOAuthClient,
  findOAuthClientBySecret,
  type OAuthClient,
} from '../../library/access/oauthclient.ts';
import {
  ACCESS_SECONDS,
  CODE_SECONDS,
  deleteGrant,
  findCode,
  findToken,
  insertCode,
  insertGrant,
  insertToken,
  newAccessToken,
  newSecret,
  type OAuthGrant,
  REFRESH_SECONDS,
  useCode,
  useRefreshToken,
} from '../../library/access/oauthtoken.ts';

/** All that the library asks for, and a client by what it has sent of a secret. */
export type OAuthModel = OAuth2Server.AuthorizationCodeModel &
  OAuth2Server.RefreshTokenModel &
  OAuth2Server.ClientCredentialsModel & {
    readonly clientBySecret: (
      clientid: string,
      secret: string | null | undefined,
    ) => Promise<OAuth2Server.Client | undefined>;
  };

/** Whose tokens they are, as the library carries it about. */
interface Holder {
  readonly grant: Pick<OAuthGrant, 'grantid' | 'userid'>;
}

/** A member who has agreed. */
interface Agreed {
  readonly userid: number;
}

/** Times are looked at here, by the board's clock: to the library everything is good for as long as a request takes. */
function soon(): Date {
  return new Date(Date.now() + 60_000);
}

function clientOf({ clientid, redirecturis, confidential }: OAuthClient): OAuth2Server.Client {
  const grants = ['authorization_code', 'refresh_token'];
  return {
    id: clientid,
    redirectUris: [...redirecturis],
    grants: confidential === 1 ? [...grants, 'client_credentials'] : grants,
  };
}

/**
 * What the library asks of the database. A code or a refresh token that comes a second time was stolen, from whomever it
 * came first: all that hangs on its grant ends (RFC 6749, 10.5; RFC 9700, 4.14).
 */
export function oauthModel(environment: Environment): OAuthModel {
  const { database } = environment;
  const now = (): number => environment.now();
  const db = () => database.reader();
  const end = async ({ grantid }: Pick<OAuthGrant, 'grantid'>): Promise<false> => {
    await database.transaction((one) => deleteGrant(one, grantid));
    return false;
  };
  const client = async (clientid: string): Promise<OAuth2Server.Client> => {
    const found = await findOAuthClient(db(), clientid);
    if (found === undefined) throw new Error(`the client ${clientid} has gone`);
    return clientOf(found);
  };
  const clientBySecret = async (
    clientid: string,
    secret: string | null | undefined,
  ): Promise<OAuth2Server.Client | undefined> => {
    const found =
      typeof secret === 'string'
        ? await findOAuthClientBySecret(db(), clientid, secret)
        : await findOAuthClient(db(), clientid);
    if (found === undefined) return undefined;
    return secret === undefined && found.confidential === 1 ? undefined : clientOf(found);
  };
  return {
    generateAccessToken: async ({ id }) => newAccessToken(id),
    generateRefreshToken: async () => newSecret(),
    generateAuthorizationCode: async () => newSecret(),

    // the library gives null while a member is asked, and nothing where a client has sent no secret
    getClient: clientBySecret,
    clientBySecret,
    async validateScope(_user, { id }, scope) {
      const found = await findOAuthClient(db(), id);
      const wanted = scope ?? found?.scopes ?? [];
      return wanted.every((one) => found?.scopes.includes(one)) && [...wanted];
    },

    async saveAuthorizationCode(code, { id }, user) {
      const { userid } = user as Agreed;
      const { authorizationCode, redirectUri: redirecturi, scope = [], codeChallenge = '' } = code;
      await database.transaction(async (one) => {
        const created = now();
        const grantid = await insertGrant(one, { clientid: id, userid, scopes: scope, created });
        const row = { grantid, redirecturi, challenge: codeChallenge };
        await insertCode(one, authorizationCode, { ...row, expires: created + CODE_SECONDS });
      });
      return { ...code, client: await client(id), user };
    },
    async getAuthorizationCode(authorizationCode) {
      const found = await findCode(db(), authorizationCode);
      if (found === undefined) return undefined;
      const { grant, redirecturi, challenge, expires, used } = found;
      if (used !== 0) return end(grant);
      if (expires <= now() || !(await grantStands(environment, grant))) return undefined;
      return {
        ...{ authorizationCode, expiresAt: soon(), redirectUri: redirecturi },
        ...(challenge !== '' && { codeChallenge: challenge, codeChallengeMethod: 'S256' }),
        ...{ scope: [...grant.scopes], client: await client(grant.clientid), user: { grant } },
      };
    },
    async revokeAuthorizationCode({ authorizationCode, user }) {
      const found = await findCode(db(), authorizationCode);
      if (found === undefined) return false;
      const fresh = await database.transaction((one) => useCode(one, found.codehash, now()));
      return fresh || end((user as Holder).grant);
    },

    async getRefreshToken(refreshToken) {
      const found = await findToken(db(), 'refreshhash', refreshToken);
      if (found === undefined) return undefined;
      const { grant, refreshed, refreshexpires, scopes } = found;
      if (refreshed !== 0) return end(grant);
      if (refreshexpires <= now() || !(await grantStands(environment, grant))) return undefined;
      const held = { client: await client(grant.clientid), user: { grant } };
      return { refreshToken, refreshTokenExpiresAt: soon(), scope: [...scopes], ...held };
    },
    async revokeToken({ refreshToken, user }) {
      const found = await findToken(db(), 'refreshhash', refreshToken);
      if (found === undefined) return false;
      const fresh = await database.transaction((one) =>
        useRefreshToken(one, found.accesshash, now()),
      );
      return fresh || end((user as Holder).grant);
    },

    async getUserFromClient({ id }) {
      const grant = { clientid: id, userid: 0, scopes: [], created: now() };
      const grantid = await database.transaction((one) => insertGrant(one, grant));
      return { grant: { grantid, userid: 0 } } satisfies Holder;
    },
    async saveToken(token, granted, user) {
      const { grant } = user as Holder;
      const { accessToken: access, refreshToken: refresh, scope = [] } = token;
      const created = now();
      const row = { grantid: grant.grantid, scopes: scope, created };
      const expires = created + ACCESS_SECONDS;
      const refreshexpires = refresh === undefined ? 0 : created + REFRESH_SECONDS;
      await database.transaction((one) =>
        insertToken(one, { access, refresh }, { ...row, expires, refreshexpires }),
      );
      return { ...token, client: granted, user };
    },
    // Tokens are looked up by call/token.ts.
    getAccessToken: async () => undefined,
  };
}
