import type { Db } from '../db/db.ts';
import { insertOAuthClient, saveOAuthScope } from '../library/access/oauthclient.ts';
import { insertGrant, insertToken } from '../library/access/oauthtoken.ts';
import { sandboxOAuth } from './credentials.ts';

/** The fixed clients and tokens of OAuth. @param alice the userid in whose name the tokens are */
export async function insertOAuth(db: Db, alice: number, now: number): Promise<void> {
  const { client, secret, app, shop, redirect, expired, noScopes } = sandboxOAuth;
  const forums = { name: 'forums', title: 'Read and write in the forums', rights: ['forums/*/*'] };
  await saveOAuthScope(db, forums);
  const scopes = ['profile', 'email', 'forums'];
  const usual = { redirecturis: [redirect], scopes, userid: 1, created: now };
  await insertOAuthClient(db, { clientid: client, name: 'Sandbox client', ...usual }, secret);
  await insertOAuthClient(db, { clientid: app, name: 'Sandbox app', ...usual }, '');
  await insertOAuthClient(db, { clientid: shop, name: 'Sandbox shop', ...usual }, 'unused');
  for (const [access, granted, expires] of [
    [expired, scopes, now - 1],
    [noScopes, [], LAST_SECOND],
  ] as const) {
    const grant = { clientid: client, userid: alice, scopes: granted, created: now };
    const grantid = await insertGrant(db, grant);
    const times = { created: now, expires, refreshexpires: 0 };
    await insertToken(db, { access }, { grantid, scopes: granted, ...times });
  }
}

/** The last one that the columns hold. */
const LAST_SECOND = 2_147_483_647;
