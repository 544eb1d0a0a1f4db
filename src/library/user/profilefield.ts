import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import type { Struct } from '../../protocol/types.ts';

/** A question that the board asks its members, such as where they live. */
export interface ProfileField {
  readonly profilefieldid: number;
  readonly title: string;
  readonly description: string;
  /** `input` for a line, `textarea` for several, `select` for one of the options. */
  readonly type: string;
  /** The choices of a `select`, a line each. */
  readonly options: string;
  /** 1: nobody registers without. */
  readonly required: number;
  /** 1: only the member and administrators see the value. */
  readonly hidden: number;
  /** 1: the member may change it. */
  readonly editable: number;
  readonly displayorder: number;
  /** Characters. */
  readonly maxlength: number;
}

/** Values by profilefieldid; '' for none. */
export type FieldValues = ReadonlyMap<number, string>;

/** The name under which clients send and get the value. */
export function fieldName({ profilefieldid }: Pick<ProfileField, 'profilefieldid'>): string {
  return `field${profilefieldid}`;
}

/** All fields, in the order in which they are shown. */
export async function listProfileFields(db: Db): Promise<ProfileField[]> {
  return db.all(
    `select profilefieldid, title, description, type, options, required, hidden, editable, displayorder, maxlength
      from profilefield order by displayorder, profilefieldid`,
  );
}

/** Adds a field; returns its id. */
export async function insertProfileField(
  db: Db,
  field: Pick<ProfileField, 'title'> & Partial<ProfileField>,
): Promise<number> {
  return db.insert('profilefield', { options: '', ...field }, 'profilefieldid');
}

export async function findFieldValues(db: Db, userid: number): Promise<FieldValues> {
  const rows = await db.all<{ profilefieldid: number; value: string }>(
    'select profilefieldid, value from userfield where userid = ?',
    [userid],
  );
  return new Map(rows.map((row) => [row.profilefieldid, row.value]));
}

export async function saveFieldValues(db: Db, userid: number, values: FieldValues): Promise<void> {
  if (values.size === 0) return;
  const rows = [...values].map(([profilefieldid, value]) => ({ userid, profilefieldid, value }));
  await db.run(db.knex('userfield').insert(rows).onConflict(['userid', 'profilefieldid']).merge());
}

/**
 * The values that a form gives, tidy. Fields that are not asked for are ignored.
 * @param demand `all` when what is required must be there, else only what is given counts
 * @throws ApiError `required_field_x_missing_or_invalid` (the title)
 */
export function readFieldValues(
  fields: readonly ProfileField[],
  given: Struct,
  demand: 'all' | 'given',
): FieldValues {
  const values = new Map<number, string>();
  for (const field of fields) {
    const sent = given.get(fieldName(field));
    if (sent === undefined && (demand === 'given' || field.required === 0)) continue;
    const value = typeof sent === 'string' ? tidy(sent, field) : '';
    if (!isValid(value, field) || (sent !== undefined && typeof sent !== 'string'))
      throw new ApiError('required_field_x_missing_or_invalid', field.title);
    values.set(field.profilefieldid, value);
  }
  return values;
}

/** The choices of a `select`. */
export function choicesOf({ options }: ProfileField): readonly string[] {
  return options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function tidy(text: string, { type }: ProfileField): string {
  return type === 'textarea' ? text.trim() : text.replace(/\s+/g, ' ').trim();
}

function isValid(value: string, field: ProfileField): boolean {
  if (value === '') return field.required === 0;
  if (field.type === 'select') return choicesOf(field).includes(value);
  return Array.from(value).length <= field.maxlength && !/[^\P{Cc}\n]/u.test(value);
}
