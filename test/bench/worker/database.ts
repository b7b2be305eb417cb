import { DurableObject } from 'cloudflare:workers';

/** A statement with what is bound to it. */
export interface Statement {
  sql: string;
  bound: SqlStorageValue[];
}

/**
 * What stands in for D1 on plain workerd, which has none: a Durable Object with SQLite, asked over a call, as D1 is on
 * local workerd.
 */
export class BenchDatabase extends DurableObject {
  run(statements: Statement[]): Record<string, SqlStorageValue>[][] {
    return this.ctx.storage.transactionSync(() =>
      statements.map(({ sql, bound }) => this.ctx.storage.sql.exec(sql, ...bound).toArray()),
    );
  }
}

/** As much of a D1 binding as reading needs. */
export function databaseOf(namespace: DurableObjectNamespace<BenchDatabase>): D1Database {
  const stub = namespace.getByName('public') as unknown as {
    run(statements: Statement[]): Promise<Record<string, SqlStorageValue>[][]>;
  };
  const prepared = (sql: string, bound: SqlStorageValue[] = []) => {
    const rows = async () => (await stub.run([{ sql, bound }]))[0] ?? [];
    return {
      bind: (...values: SqlStorageValue[]) => prepared(sql, values),
      first: async () => (await rows())[0] ?? null,
      all: async () => ({ results: await rows() }),
    };
  };
  return { prepare: (sql: string) => prepared(sql) } as unknown as D1Database;
}
