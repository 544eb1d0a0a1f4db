import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import knexFactory from 'knex';

const servers = {
  postgres: ['pg', process.env.TEST_POSTGRES_URL],
  mariadb: ['mysql2', process.env.TEST_MARIADB_URL],
};

/** Once after all tests: removes what setup.js and template.ts have made. */
export default async function tearDown() {
  const folder = process.env.TEST_RUN_FOLDER;
  const notes = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  for (const [server, [client, connection]] of Object.entries(servers)) {
    const knex = knexFactory({ client, connection });
    for (const note of notes.filter((one) => one.startsWith(server))) {
      const { name } = JSON.parse(await readFile(join(folder, note), 'utf8'));
      await knex.raw(`drop database ${name}`);
    }
    await knex.destroy();
  }
  await rm(folder, { recursive: true });
}
