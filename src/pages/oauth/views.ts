import type { ApiError } from '../../errors.ts';
import { errorText } from '../../library/board/phrase.ts';
import type { GrantedClient } from '../../library/access/oauthtoken.ts';
import type { OAuthScope } from '../../library/access/oauthclient.ts';
import { html, type Html } from '../html.ts';
import type { Language, View } from '../visit.ts';

/** What all forms here carry. */
export interface FormFacts {
  readonly language: Language;
  readonly languageid: number;
  /** The page's own address, to which the form is sent. */
  readonly url: string;
  readonly token: string;
}

function view(title: string, url: string, main: Html): View {
  return { title, url, main, path: [], unlisted: true, acts: true };
}

function hidden(token: string, action: string): Html {
  return html`<input type="hidden" name="token" value="${token}" />
    <input type="hidden" name="action" value="${action}" />`;
}

/** Asks for name and password; with a code where the member needs one. */
export function loginView(
  { language, languageid, url, token }: FormFacts,
  { error, username = '' }: { readonly error?: ApiError | undefined; readonly username?: string },
): View {
  const { say } = language;
  const needsCode = error?.id === 'mfa_required' || error?.id === 'mfa_invalid';
  const text = error && errorText(error, languageid);
  const main = html`<h1>${say('log_in')}</h1>
    ${text === undefined ? '' : html`<p class="fault" role="alert">${text}</p>`}
    <form class="ask" method="post" action="${url}">
      ${hidden(token, 'login')}
      <label>
        ${say('username')}
        <input
          name="username"
          value="${username}"
          autocomplete="username"
          autocapitalize="none"
          required
        />
      </label>
      <label>
        ${say('password')}
        <input name="password" type="password" autocomplete="current-password" required />
      </label>
      ${
        needsCode
          ? html`<label>
              ${say('authcode')}
              <input name="authcode" inputmode="numeric" autocomplete="one-time-code" required />
            </label>`
          : ''
      }
      <button>${say('log_in')}</button>
    </form>`;
  return view(say('log_in'), url, main);
}

/** Asks a member whether a client may act for them. */
export function consentView(
  { language, url, token }: FormFacts,
  asks: {
    readonly client: string;
    readonly member: string;
    readonly scopes: readonly OAuthScope[];
    readonly host: string;
  },
): View {
  const { say } = language;
  const { client, member, scopes, host } = asks;
  const title = say('consent_title', client);
  const main = html`<h1 dir="auto">${title}</h1>
    <p dir="auto">${say('consent_wants', client)}</p>
    <ul>
      ${scopes.map(({ title: what }) => html`<li dir="auto">${what}</li>`)}
    </ul>
    <p dir="auto">${say('consent_as', member, host)}</p>
    <form class="ask" method="post" action="${url}">
      <input type="hidden" name="token" value="${token}" />
      <button name="action" value="allow">${say('allow')}</button>
      <button class="quiet" name="action" value="deny">${say('deny')}</button>
      <button class="quiet" name="action" value="logout">${say('other_account')}</button>
    </form>`;
  return view(title, url, main);
}

/** What a member lets clients do, each with a way to end it. */
export function grantedView(
  { language, url, token }: FormFacts,
  granted: readonly GrantedClient[],
): View {
  const { say } = language;
  const one = ({ clientid, name, scopes }: GrantedClient): Html =>
    html`<form class="ask" method="post" action="${url}">
      ${hidden(token, 'revoke')}
      <input type="hidden" name="clientid" value="${clientid}" />
      <h2 dir="auto">${name}</h2>
      <p>${scopes.join(', ')}</p>
      <button class="quiet">${say('revoke_client', name)}</button>
    </form>`;
  const main = html`<h1>${say('granted_title')}</h1>
    ${granted.length === 0 ? html`<p>${say('granted_none')}</p>` : granted.map(one)}
    <form class="ask" method="post" action="${url}">
      ${hidden(token, 'logout')}
      <button class="quiet">${say('log_out')}</button>
    </form>`;
  return view(say('granted_title'), url, main);
}

/** Tells what is wrong with what a client has sent a member here with. */
export function faultView(language: Language, url: string, fault: string): View {
  const { say } = language;
  const main = html`<h1>${say('oauth_fault_title')}</h1>
    <p>${fault}</p>`;
  return view(say('oauth_fault_title'), url, main);
}
