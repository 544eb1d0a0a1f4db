import OAuth2Server from '@node-oauth/oauth2-server';
import type { Request, Response } from 'express';
import { findActor } from '../../call/actor.ts';
import { askTogether, findAsked } from '../../call/ask.ts';
import { memberSince } from '../../call/token.ts';
import { type Caller, languageOf, noCredential } from '../../call/caller.ts';
import type { Environment } from '../../call/environment.ts';
import { refusalFor } from '../../call/refusal.ts';
import { ApiError } from '../../errors.ts';
import { requestIdOf } from '../../http/request-id.ts';
import type { Board } from '../../library/board/board.ts';
import { addressOf, networkOf } from '../../network.ts';
import { documentOf } from '../layout.ts';
import { sendHtml } from '../send.ts';
import { languageFor, type View } from '../visit.ts';
import { guest, type Principal } from '../../principal.ts';
import { oauthParameters, queryOf } from './parameters.ts';
import { type Authorization, type Fault, faultAddress, readAuthorization } from './request.ts';
import { consentView, faultView, type FormFacts, grantedView, loginView } from './views.ts';
import {
  formToken,
  isFormToken,
  newVisitor,
  sendVisitor,
  type Visitor,
  visitorOf,
} from './visitor.ts';

/** What each request to a page of OAuth begins with. */
interface Stay {
  readonly req: Request;
  readonly res: Response;
  readonly board: Board;
  readonly visitor: Visitor;
  /** The member who has logged in here. */
  readonly member: Principal | undefined;
  /** The address of the page, with its query. */
  readonly url: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const methods = [
  'user.proveIdentity',
  'oauthclient.fetchGranted',
  'oauthclient.revokeGranted',
] as const;

/** The pages of OAuth: a member logs in, agrees or not, and later takes it back. They ask API methods as others do. */
export class OAuthPages {
  readonly #environment: Environment;
  readonly #server: OAuth2Server;
  readonly #asked;

  constructor(environment: Environment, server: OAuth2Server) {
    this.#environment = environment;
    this.#server = server;
    this.#asked = new Map(methods.map((name) => [name, findAsked(environment, [name])]));
  }

  /** `/oauth/authorize`: asks a member for what a client wants. */
  readonly authorize = async (req: Request, res: Response): Promise<void> => {
    const stay = await this.#arrive(req, res);
    const asked = await readAuthorization(this.#environment, oauthParameters(queryOf(req.url)));
    if (!('client' in asked)) this.#tellFault(stay, asked);
    else if (stay.member === undefined || stay.fields.action === 'logout') await this.#logIn(stay);
    else if (req.method === 'POST') await this.#decide(stay, stay.member, asked);
    else this.#askConsent(stay, stay.member, asked);
  };

  /** `/oauth/granted`: what a member lets clients do. */
  readonly granted = async (req: Request, res: Response): Promise<void> => {
    const stay = await this.#arrive(req, res);
    const { member, fields } = stay;
    if (member === undefined || fields.action === 'logout') {
      await this.#logIn(stay);
      return;
    }
    if (req.method === 'POST') {
      this.#checkForm(stay);
      const clientid = String(fields.clientid).slice(0, 64);
      await this.#ask(stay, member, 'oauthclient.revokeGranted', { clientid });
      res.redirect(303, stay.url);
      return;
    }
    const granted = await this.#ask(stay, member, 'oauthclient.fetchGranted', {});
    this.#send(stay, grantedView(this.#facts(stay), granted as never));
  };

  async #arrive(req: Request, res: Response): Promise<Stay> {
    const { caches, limits } = this.#environment;
    const board = await caches.board();
    await limits.calling(`pages ${networkOf(hostOf(req))}`);
    const known = visitorOf(req, this.#signer(board));
    const visitor = known ?? newVisitor(this.#environment.now());
    const { userid, since: created } = visitor;
    const member =
      userid === 0 ? undefined : await memberSince(this.#environment, board, { userid, created });
    const { BASE_PATH } = this.#environment.config;
    const url = `${this.#environment.baseUrl()}${req.originalUrl.slice(BASE_PATH.length)}`;
    const fields = (req.body ?? {}) as Stay['fields'];
    const stay = { req, res, board, visitor, member, url, fields };
    res.set('Cache-Control', 'no-store');
    this.#keep(stay, visitor);
    return stay;
  }

  /** Shows the form, or takes it and shows the page that asked for it. */
  async #logIn(stay: Stay): Promise<void> {
    const { fields, req, res, url } = stay;
    if (fields.action === 'logout') {
      this.#checkForm(stay);
      this.#keep(stay, newVisitor(this.#environment.now()));
      res.redirect(303, url);
      return;
    }
    if (req.method !== 'POST') {
      this.#send(stay, loginView(this.#facts(stay), {}));
      return;
    }
    const username = typeof fields.username === 'string' ? fields.username : '';
    try {
      this.#checkForm(stay);
      const { userid } = await this.#prove(stay, username);
      this.#keep(stay, newVisitor(this.#environment.now(), userid));
      res.redirect(303, url);
    } catch (failure) {
      const error = refusalFor(failure, requestIdOf(req));
      if (error.id === 'unexpected_error') throw failure;
      res.status(error.status);
      this.#send(stay, loginView(this.#facts(stay), { error, username }));
    }
  }

  async #prove(stay: Stay, username: string): Promise<{ readonly userid: number }> {
    const { board, fields } = stay;
    const { password, authcode } = fields;
    const input = {
      username,
      passwords: { password: typeof password === 'string' ? password : '' },
      extraAuthInfo: { mfa_authcode: typeof authcode === 'string' ? authcode : '' },
    };
    const proven = (await this.#ask(stay, guest, 'user.proveIdentity', input)) as {
      readonly userid: number;
    };
    // whoever is banned acts by nobody
    if ((await findActor(this.#environment, board, proven.userid)) === undefined)
      throw new ApiError('no_permission');
    return proven;
  }

  #askConsent(stay: Stay, member: Principal, { client, redirect, scopes }: Authorization): void {
    const asks = {
      ...{ client: client.name, member: member.username, scopes },
      host: new URL(redirect).host || new URL(redirect).protocol,
    };
    this.#send(stay, consentView(this.#facts(stay), asks), redirect);
  }

  async #decide(stay: Stay, member: Principal, asked: Authorization): Promise<void> {
    const { fields, req, res } = stay;
    this.#checkForm(stay);
    if (fields.action !== 'allow') {
      const { redirect, state } = asked;
      const description = 'the member has not agreed';
      res.redirect(303, faultAddress({ error: 'access_denied', description, redirect, state }));
      return;
    }
    const query = {
      ...oauthParameters(queryOf(req.url)),
      scope: asked.scopes.map(({ name }) => name).join(' '),
    };
    const request = new OAuth2Server.Request({ headers: {}, method: 'POST', query, body: {} });
    const response = new OAuth2Server.Response({});
    const handle = (): object => ({ userid: member.userid });
    await this.#server.authorize(request, response, { authenticateHandler: { handle } });
    res.redirect(303, String(response.headers?.location));
  }

  #tellFault(stay: Stay, fault: Fault): void {
    if ('error' in fault) {
      stay.res.redirect(303, faultAddress(fault));
      return;
    }
    const { language } = this.#facts(stay);
    stay.res.status(400);
    this.#send(stay, faultView(language, stay.url, language.say(fault.page)));
  }

  async #ask(
    stay: Stay,
    actor: Principal,
    name: (typeof methods)[number],
    input: object,
  ): Promise<unknown> {
    const asked = this.#asked.get(name);
    if (asked === undefined) throw new Error(`${name} is not asked here`);
    const caller = callerOf(stay, actor);
    const { result } = await askTogether(this.#environment, caller, asked, (ask) =>
      ask(name, input),
    );
    return result;
  }

  /** @throws ApiError `no_permission` for a form that did not come from here, to this browser */
  #checkForm({ board, fields, visitor }: Stay): void {
    if (!isFormToken(fields.token, visitor, this.#signer(board)))
      throw new ApiError('no_permission');
  }

  #signer({ options }: Board): { readonly secret: string; readonly now: number } {
    return { secret: options.filesecret, now: this.#environment.now() };
  }

  #keep({ board, res }: Pick<Stay, 'board' | 'res'>, visitor: Visitor): void {
    res.removeHeader('Set-Cookie');
    sendVisitor(res, visitor, this.#signer(board), this.#environment.baseUrl());
  }

  #facts(stay: Stay): FormFacts {
    const languageid = languageOf(callerOf(stay, stay.member ?? guest));
    const token = formToken(stay.visitor, this.#signer(stay.board));
    return { language: languageFor(languageid), languageid, url: stay.url, token };
  }

  #send(stay: Stay, view: View, redirect?: string): void {
    const { language } = this.#facts(stay);
    const baseUrl = this.#environment.baseUrl();
    const around = { baseUrl, language, options: stay.board.options };
    // browsers ask for where the answer to a form leads, too
    const target = redirect === undefined ? [] : [sourceOf(redirect)];
    sendHtml(stay.res, documentOf(view, around), around, [new URL(baseUrl).origin, ...target]);
  }
}

/** An address as a Content-Security-Policy names it. */
function sourceOf(address: string): string {
  const { protocol, origin } = new URL(address);
  return origin === 'null' ? protocol : origin;
}

function hostOf(req: Request): string {
  return addressOf(req.ip, req.socket.remoteAddress);
}

function callerOf({ board, req }: Pick<Stay, 'board' | 'req'>, actor: Principal): Caller {
  const accepted = req.headers['accept-language'];
  const known = { kind: 'page', scopes: 'all' } as const;
  const credential = actor.userid === 0 ? noCredential : known;
  return { actor, authority: 'own', credential, host: hostOf(req), board, accepted };
}
