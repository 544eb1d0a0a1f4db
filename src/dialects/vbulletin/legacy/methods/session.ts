import type { ApiError } from '../../../../errors.ts';
import { flag, named, text, words } from '../kinds.ts';
import { type LegacyAnswer, message, refusal, refusalWords, told } from '../respond.ts';
import { type AnyRoute, type Refused, route } from '../route.ts';
import { flag as shown } from '../style.ts';
import { humanAsks, readHuman } from '../shapes/human.ts';
import { address, verbatim, type Verbatim } from '../verbatim.ts';

/** Beginning, logging in and out. */
export const sessionRoutes: readonly AnyRoute[] = [
  route({
    name: 'api_init',
    doc: 'Begins: `api.init` by its old name, with its answer.',
    takes: {
      clientname: text(),
      clientversion: text(),
      platformname: text(),
      platformversion: text(),
      uniqueid: text(),
    },
    asks: ['api.init'],
    gives: 'bare: apiversion, apiaccesstoken, apiclientid, secret, sessionhash, …',
    answer: async ({ given, ask }) => ask('api.init', given),
  }),
  route({
    name: 'login_login',
    doc: 'Logs in. The token stays, and stands for the member from now on.',
    takes: {
      vb_login_username: text(),
      vb_login_password: text(),
      vb_login_md5password: text(),
      vb_login_md5password_utf: text(),
      vb_login_mfa_authcode: text(),
      logintype: text(),
      cookieuser: flag,
    },
    asks: ['user.login2'],
    gives: 'session{dbsessionhash, userid}',
    success: '[redirect_login, the name as it was sent]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      const { vb_login_username: username } = given;
      const { userid, sessionhash } = await ask('user.login2', {
        username,
        passwords: {
          password: given.vb_login_password,
          md5password: given.vb_login_md5password,
          md5password_utf: given.vb_login_md5password_utf,
        },
        extraAuthInfo: { mfa_authcode: given.vb_login_mfa_authcode },
        logintype: given.logintype,
      });
      return {
        session: sessionBlock(sessionhash, userid),
        response: { errormessage: message('redirect_login', username) },
      };
    },
    refused: loginRefused,
  }),
  route({
    name: 'login_logout',
    doc: 'Logs out. The token goes on as a guest for ten minutes; `session.apiaccesstoken` is one that stays.',
    takes: {},
    asks: ['user.logout'],
    gives: 'session{dbsessionhash, userid, apiaccesstoken}',
    success: '[cookieclear]',
    listed: true,
    async answer({ ask }) {
      const { sessionhash, apiaccesstoken } = await ask('user.logout');
      return {
        session: { ...sessionBlock(sessionhash, 0), apiaccesstoken },
        response: { errormessage: message('cookieclear') },
      };
    },
  }),
  route({
    name: 'login_lostpw',
    doc: 'The form for a forgotten password: the question where one is asked.',
    takes: {},
    asks: humanAsks,
    gives: 'humanverify{hash, question, image}, show{humanverify}',
    async answer({ ask }) {
      const humanverify = await readHuman(ask, 'lostpw');
      return { response: { humanverify }, show: { humanverify: shown(humanverify.hash !== '') } };
    },
  }),
  route({
    name: 'login_emailpassword',
    doc: 'Has a mail sent to who forgot his password. Whether the address is known is not told.',
    takes: { email: words, humanverify: named },
    asks: ['user.emailPassword'],
    gives: '',
    success: 'redirect_lostpw',
    about: 'user',
    async answer({ given, ask }) {
      const { email, humanverify: hvinput } = given;
      await ask('user.emailPassword', { userid: 0, email, hvinput });
      return told('redirect_lostpw');
    },
    refused: noMail,
  }),
  route({
    name: 'login_resetpassword',
    doc: 'Sets a new password with the code from the mail.',
    takes: { userid: words, activationid: words, newpassword: words },
    asks: ['user.setNewPassword'],
    gives: 'setnewpw_message',
    success: '[redirect_updatethanks]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      const { setnewpw_message } = await ask('user.setNewPassword', given);
      return {
        response: { errormessage: message('redirect_updatethanks'), setnewpw_message },
      };
    },
  }),
];

/** L takes the first item of whatever is not `redirect_lostpw`. */
function noMail(error: ApiError, { guest }: Refused): LegacyAnswer {
  const isEmpty = error.id === 'missing_parameter';
  const errormessage = isEmpty ? ['invalidemail'] : refusalWords(error, 'user', guest);
  return { response: { errormessage } };
}

/** A failed login tells the session, and behind its id what a browser would be sent on with. */
function loginRefused(error: ApiError, refused: Refused): LegacyAnswer {
  const { bburl, sessionhash } = refused;
  const nameless = refused.sent('vb_login_username') === '';
  return {
    session: sessionBlock(sessionhash, 0),
    response: {
      errormessage: failureOf(error, nameless, address(bburl), verbatim(`s=${sessionhash}&api=1&`)),
    },
    show: {},
  };
}

function failureOf(error: ApiError, nameless: boolean, bburl: Verbatim, query: Verbatim): unknown {
  if (error.id === 'strikes') return message('strikes', bburl, query);
  if (error.id === 'badlogin') {
    const [tries = 0] = error.args;
    const id = nameless ? 'badlogin' : 'badlogin_strikes_passthru';
    return message(id, bburl, query, Number(tries));
  }
  return refusal(error, 'user', true).response.errormessage;
}

/** The member `session` of a login or logout. After a failure the userid is a text, as clients have always got it. */
function sessionBlock(sessionhash: string, userid: number): Readonly<Record<string, unknown>> {
  return {
    dbsessionhash: sessionhash,
    sessionhash,
    userid: userid === 0 ? '0' : userid,
    sessionurl: verbatim(`s=${sessionhash}&api=1&`),
  };
}
