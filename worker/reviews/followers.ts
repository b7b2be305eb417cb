import { type SecretHash, sameText } from '../access/credentials.ts';

// Who follows a question. Only the hash of the link's secret is kept, apart from records and log.

/** Notes the link of a question that was just asked. */
export function addFollower(sql: SqlStorage, { lookup, hash }: SecretHash, question: string, now: number): void {
  sql.exec(
    'INSERT INTO followers (lookup, hash, question, asked) VALUES (?, ?, ?, ?)',
    ...[lookup, hash, question, now],
  );
}

/** The question that a link follows. */
export function followed(sql: SqlStorage, { lookup, hash }: SecretHash): string | undefined {
  const [found] = sql
    .exec<{ hash: string; question: string }>('SELECT hash, question FROM followers WHERE lookup = ?', lookup)
    .toArray();
  return found && sameText(found.hash, hash) ? found.question : undefined;
}

/** Whether a question was asked already. */
export const isAsked = (sql: SqlStorage, question: string): boolean =>
  sql.exec('SELECT 1 FROM followers WHERE question = ?', question).toArray().length > 0;

/** How many questions were asked since. */
export const askedSince = (sql: SqlStorage, since: number): number =>
  sql.exec<{ n: number }>('SELECT COUNT(*) AS n FROM followers WHERE asked > ?', since).one().n;
