import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { renditionNames } from './rendition.ts';

/** An upload and the bytes it stands for. */
export interface FiledataRow {
  readonly filedataid: number;
  readonly userid: number;
  readonly filename: string;
  readonly extension: string;
  readonly filesize: number;
  /** Unix seconds. */
  readonly dateline: number;
  readonly storedfileid: number;
  /** SHA-256 of the bytes, in hex. */
  readonly filehash: string;
  /** Pixels of a picture or film; 0 when they are not known. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds of a film or sound; 0 when they are not known. */
  readonly duration: number;
  /** The pictures that were made of it: see rendition.ts. */
  readonly thumbnails: string;
  readonly thumbextension: string;
}

/** Bytes that are about to be stored. */
export interface NewStoredFile {
  readonly filehash: string;
  readonly filesize: number;
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly thumbnails: string;
  readonly thumbextension: string;
}

export interface NewFiledata {
  /** What the client calls the post that the upload is for; '' when it does not say. */
  readonly posthash: string;
  readonly userid: number;
  readonly filename: string;
  readonly extension: string;
  readonly filesize: number;
  readonly dateline: number;
}

/** The columns of {@link FiledataRow} of the tables `f` and `s`, for a select list. */
export const filedataColumns = `f.filedataid, f.userid, f.filename, f.extension, f.filesize, f.dateline,
  f.storedfileid, s.filehash, s.width, s.height, s.duration, s.thumbnails, s.thumbextension`;

const select = `select ${filedataColumns} from filedata f
  join storedfile s on s.storedfileid = f.storedfileid`;

export async function findFiledata(db: Db, filedataid: number): Promise<FiledataRow | undefined> {
  return db.get(`${select} where f.filedataid = ?`, [filedataid]);
}

/** The uploads of the list that exist, in no order. */
export async function findFiledatas(
  db: Db,
  filedataids: readonly number[],
): Promise<FiledataRow[]> {
  if (filedataids.length === 0) return [];
  const { sql, bindings } = inList(filedataids);
  return db.all(`${select} where f.filedataid in ${sql}`, bindings);
}

/** Holds a member's upload until the transaction ends, so that it is not cleaned away meanwhile. */
export async function holdFiledata(
  db: Db,
  filedataid: number,
  userid: number,
): Promise<FiledataRow | undefined> {
  const held = await db.get(
    `select filedataid from filedata where filedataid = ? and userid = ?${db.forUpdate}`,
    [filedataid, userid],
  );
  return held === undefined ? undefined : findFiledata(db, filedataid);
}

/** Those of the uploads that are there, held until the transaction ends, so that they are not cleaned away meanwhile. */
export async function holdFiledatas(
  db: Db,
  filedataids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (filedataids.length === 0) return new Set();
  const { sql, bindings } = inList(filedataids);
  const held = await db.all<{ filedataid: number }>(
    `select filedataid from filedata where filedataid in ${sql} order by filedataid${db.forUpdate}`,
    bindings,
  );
  return new Set(held.map((row) => row.filedataid));
}

/** Under which key of the storage the bytes are, or a thumbnail of them. */
export function storageKey(
  { storedfileid, filehash }: Pick<FiledataRow, 'storedfileid' | 'filehash'>,
  thumbnail = '',
): string {
  const suffix = thumbnail === '' ? '' : `-${thumbnail}`;
  return `${filehash.slice(0, 2)}/${filehash}-${storedfileid}${suffix}`;
}

/** The keys of everything stored for the bytes. */
export function storageKeys(
  stored: Pick<FiledataRow, 'storedfileid' | 'filehash' | 'thumbnails'>,
): string[] {
  const made = renditionNames(stored.thumbnails);
  return ['', ...made].map((size) => storageKey(stored, size));
}

/** Announces bytes before they are stored, so that they are found again and removed should nothing come of it. */
export async function insertStoredFile(db: Db, file: NewStoredFile, now: number): Promise<number> {
  return db.insert('storedfile', { ...file, touched: now }, 'storedfileid');
}

/**
 * Bytes that another upload has stored already, held until the transaction ends. Those that are not known to be
 * complete, or about to go, are not among them.
 */
export async function holdSameFile(db: Db, filehash: string): Promise<number | undefined> {
  const row = await db.get<{ storedfileid: number }>(
    `select storedfileid from storedfile where filehash = ? and removing = 0
      and exists (select 1 from filedata f where f.storedfileid = storedfile.storedfileid)
      order by storedfileid limit 1${db.forUpdate}`,
    [filehash],
  );
  return row?.storedfileid;
}

/** Inserts an upload of bytes that are stored; returns its id. */
export async function insertFiledata(
  db: Db,
  storedfileid: number,
  file: NewFiledata,
): Promise<number> {
  return db.insert('filedata', { ...file, storedfileid }, 'filedataid');
}

/** A member's uploads for a post that he calls so, as long as no post has them. */
export async function listWaitingUploads(
  db: Db,
  userid: number,
  posthash: string,
  most: number,
): Promise<FiledataRow[]> {
  return db.all(
    `${select} where f.userid = ? and f.posthash = ?
      and not exists (select 1 from attach a where a.filedataid = f.filedataid)
      order by f.filedataid limit ?`,
    [userid, posthash, most],
  );
}

/** How many bytes the uploads of a member have. */
export async function sumFilesizes(db: Db, userid: number): Promise<number> {
  const row = await db.get<{ total: number | string }>(
    'select coalesce(sum(filesize), 0) as total from filedata where userid = ?',
    [userid],
  );
  return Number(row?.total ?? 0);
}
