import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPlatformProxy, unstable_readConfig, unstable_splitSqlQuery } from 'wrangler';

/** As much of a D1 database as is needed: the Worker's types do not hold here. */
interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
}

interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<unknown>;
  all<Row>(): Promise<{ results: Row[] }>;
}

/**
 * Brings the public database in a data folder up to date, as the deploy script does for one that is deployed: what was
 * applied is noted in the same table.
 */
export async function migrateDatabase(config: string, data: string): Promise<void> {
  const { name, compatibility_date, d1_databases } = unstable_readConfig({ config });
  const [database] = d1_databases;
  if (!database) return;
  // Without the rest of the Worker, which is not started for it.
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-database-'));
  const configPath = join(folder, 'wrangler.json');
  writeFileSync(configPath, JSON.stringify({ name, compatibility_date, d1_databases }));
  const proxy = await getPlatformProxy<{ [binding: string]: Database }>({
    ...{ configPath, persist: { path: join(data, 'v3') }, remoteBindings: false, envFiles: [] },
  });
  try {
    const migrations = join(config, '..', database.migrations_dir ?? 'migrations');
    await applyAll(proxy.env[database.binding] as Database, migrations);
  } finally {
    await proxy.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function applyAll(database: Database, folder: string): Promise<void> {
  await database
    .prepare(
      `CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE,
       applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`,
    )
    .run();
  const { results } = await database.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && !applied.has(name));
  for (const name of names.sort()) {
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'));
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name),
    ]);
  }
}
