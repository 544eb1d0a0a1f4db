import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request } from 'express';
import type { Environment } from '../call/environment.ts';
import type { Upload } from '../protocol/types.ts';
import type { Dialect, Visit } from './dialect.ts';
import type { Received } from './multipart-parts.ts';
import { discardRest, readBody } from './read-body.ts';
import { keepReceiving, Reception } from './reception.ts';

/**
 * Reads the body of a call, once its address may call at all. Files go to the disk only for a caller who has been let in
 * by then, by the query or by the fields before the file, and only where the call takes one; all else is held in memory,
 * and therefore small.
 * @returns what the body has taken; the caller ends it
 * @throws ApiError when the body cannot be read, is too large, too late, or says what the query does not
 */
export async function receive(
  environment: Environment,
  dialect: Dialect,
  visit: Visit,
  req: Request,
): Promise<Reception> {
  // Until the answer has been sent: Node.js would cut off one that tells of its lateness.
  req.res?.once('close', keepReceiving(req));
  const reception = new Reception(environment, (fields) => dialect.uploads(visit, fields));
  try {
    await dialect.approach(visit);
    reception.begin(visit.owner);
    visit.takeBody(await readBody(req, reception, dialect.bodies));
    return reception;
  } catch (error) {
    await reception.end();
    throw error;
  }
}

/** Gives a call its files, once it has passed all checks. */
export async function deliverFiles(visit: Visit, reception: Reception): Promise<void> {
  if (visit.operation?.takesFiles !== true || visit.received.size === 0) return;
  visit.takeFiles(await storeFiles(visit.received, reception));
}

/** Files that were held in memory until their caller was known go to the disk, where methods look for them. */
async function storeFiles(
  files: ReadonlyMap<string, Received>,
  reception: Reception,
): Promise<ReadonlyMap<string, Upload>> {
  const stored = new Map<string, Upload>();
  for (const [name, file] of files) {
    stored.set(name, 'path' in file ? file : await storeFile(file, reception));
  }
  return stored;
}

async function storeFile(
  { filename, bytes }: Extract<Received, { bytes: Buffer }>,
  reception: Reception,
): Promise<Upload> {
  const path = join(await reception.ownDirectory(), randomUUID());
  reception.store(bytes.length);
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
  return { filename, path, size: bytes.length };
}

/** Reads on what a refused request still sends, for as long as it might have been taken. */
export function discardBody({ config }: Environment, req: Request, upload: boolean): void {
  const ms = upload ? config.UPLOAD_TIMEOUT_MS : config.REQUEST_TIMEOUT_MS;
  discardRest(req, 2 * config.MAX_FILE_BYTES + config.MAX_BODY_BYTES, ms);
}
