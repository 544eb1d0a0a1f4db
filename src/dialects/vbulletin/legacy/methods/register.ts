import type { ApiError } from '../../../../errors.ts';
import { count, flag, named, text } from '../kinds.ts';
import { type LegacyAnswer, message, refusalWords } from '../respond.ts';
import { type AnyRoute, type Refused, route } from '../route.ts';
import { flag as shown } from '../style.ts';
import { humanAsks, readHuman } from '../shapes/human.ts';

/** Becoming a member. */
export const registerRoutes: readonly AnyRoute[] = [
  route({
    name: 'register',
    doc: 'The registration form: custom fields, the question where one is asked.',
    takes: {},
    asks: [
      ...humanAsks,
      'options.fetchValues',
      'user.fetchProfileFieldsForRegistration',
      'phrase.fetch',
      'user.useCoppa',
    ],
    gives:
      'customfields[], humanverify{hash, question, image}, show{registration, coppa, humanverify}; beside them vbphrase{forum_rules_registration, forum_rules_description, coppa_rules_description}',
    about: 'user',
    async answer({ ask }) {
      const fields = await ask('user.fetchProfileFieldsForRegistration');
      const humanverify = await readHuman(ask, 'register');
      const open = (await ask('options.fetchValues', { options: ['allowregistration'] })).get(
        'allowregistration',
      );
      return {
        vbphrase: Object.fromEntries(await ask('phrase.fetch', { phrases: [...rules] })),
        response: { customfields: fields, humanverify },
        show: {
          registration: open ?? 0,
          coppa: (await ask('user.useCoppa')) ? 1 : 0,
          humanverify: shown(humanverify.hash !== ''),
        },
      };
    },
  }),
  route({
    name: 'register_checkdate',
    doc: 'Tells whether somebody is old enough: `needscoppa` 0 yes, 1 not without his parents, 2 no.',
    takes: { year: count(), month: count(), day: count() },
    asks: ['user.needsCoppa'],
    gives: 'needscoppa',
    about: 'user',
    async answer({ given, ask }) {
      const needscoppa = await ask('user.needsCoppa', { dateInfo: given });
      return { response: { needscoppa }, show: { coppa: needscoppa === 0 ? 0 : 1 } };
    },
  }),
  route({
    name: 'register_addmember',
    doc: 'Registers. What is wrong is listed in `errorlist`.',
    takes: {
      agree: flag,
      username: text(),
      email: text(),
      emailconfirm: text(),
      password: text(),
      password_md5: text(),
      passwordconfirm: text(),
      passwordconfirm_md5: text(),
      month: count(),
      day: count(),
      year: count(),
      birthdate: text(),
      timezoneoffset: text(),
      dst: count(),
      privacyconsent: flag,
      userfield: named,
      humanverify: named,
    },
    asks: ['user.save'],
    gives: 'userid, or errorlist[][id, …]',
    success: '[registration_complete, username]',
    listed: true,
    about: 'user',
    async answer({ given, ask }) {
      const mismatches = mismatchesOf(given);
      if (mismatches.length > 0) return errorList(mismatches);
      const { username, email, timezoneoffset } = given;
      const birthday = birthdayOf(given);
      const userid = await ask('user.save', {
        userid: 0,
        password: given.password_md5 || given.password,
        user: {
          username,
          email,
          ...(birthday !== '' && { birthday }),
          ...(timezoneoffset !== '' && { timezoneoffset }),
          ...(given.privacyconsent && { privacyconsent: 1 }),
        },
        options: daylight[given.dst] ?? {},
        userfield: given.userfield,
        hvinput: given.humanverify,
      });
      const errormessage = message('registration_complete', username);
      return { response: { errormessage, userid } };
    },
    refused: notRegistered,
  }),
];

/** The phrases that a page for registering shows. */
const rules = [
  'forum_rules_registration',
  'forum_rules_description',
  'coppa_rules_description',
] as const;

/** The switches that `dst` stands for: never, always, and as the member's device says. */
const daylight = [{}, { dstonoff: '1' }, { dstauto: '1' }] as const;

interface Form {
  readonly email: string;
  readonly emailconfirm: string;
  readonly password: string;
  readonly password_md5: string;
  readonly passwordconfirm: string;
  readonly passwordconfirm_md5: string;
}

/** What was typed twice must be the same, where it was typed twice at all. */
function mismatchesOf(given: Form): readonly string[] {
  const pairs = [
    ['emailmismatch', given.email, given.emailconfirm],
    ['passwordmismatch', given.password, given.passwordconfirm],
    ['passwordmismatch', given.password_md5, given.passwordconfirm_md5],
  ] as const;
  const wrong = pairs.filter(([, first, again]) => again !== '' && first !== again);
  return [...new Set(wrong.map(([id]) => id))];
}

/** `MM-DD-YYYY` from three numbers, or from `birthdate` as it is. */
function birthdayOf({
  month,
  day,
  year,
  birthdate,
}: {
  readonly month: number;
  readonly day: number;
  readonly year: number;
  readonly birthdate: string;
}): string {
  if (year === 0 || month === 0 || day === 0) return birthdate;
  return [String(month).padStart(2, '0'), String(day).padStart(2, '0'), String(year)].join('-');
}

function errorList(ids: readonly string[]): LegacyAnswer {
  return { response: { errorlist: ids.map((id) => [id]) }, show: { errors: 1 } };
}

/**
 * What is wrong with the form is in the list, and nowhere else: L looks into it only where there is no `errormessage`.
 * The call's own mistakes are told as everywhere.
 */
function notRegistered(error: ApiError, { guest }: Refused): LegacyAnswer | undefined {
  if (!isFormError(error)) return undefined;
  return { response: { errorlist: [refusalWords(error, 'user', guest)] }, show: { errors: 1 } };
}

function isFormError({ status }: ApiError): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}
