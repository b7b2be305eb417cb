import { newSecret } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/problem.ts';
import { sameText } from '../access/credentials.ts';
import { getMeta, setMeta } from '../log/schema.ts';

/**
 * How old a form is when it is sent, in milliseconds: nobody reads what to mind in less, and words that lay about for
 * longer are looked at again.
 */
export const ticketAge = { least: 2_000, most: 2 * 60 * 60 * 1000 } as const;

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The cluster's own key, made when it is first wanted. It leaves the object never. */
function secretOf(sql: SqlStorage): string {
  const present = getMeta(sql, 'ticket-key');
  if (present) return present;
  const made = newSecret();
  setMeta(sql, 'ticket-key', made);
  return made;
}

async function signed(sql: SqlStorage, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(secretOf(sql)), algorithm, false, ['sign']);
  return hex(await crypto.subtle.sign('HMAC', key, bytes(text)));
}

/** A ticket for one question: its id and the time, which nobody else can put together. Nothing is stored for it. */
export async function issueTicket(sql: SqlStorage, question: string, now: number): Promise<string> {
  const said = `${question}.${now}`;
  return `${said}.${await signed(sql, `ticket ${said}`)}`;
}

/** The question that a ticket is for. Errors: `form-expired` (too old, or not ours), `too-many` (too soon). */
export async function openTicket(sql: SqlStorage, ticket: string, now: number): Promise<Result<string>> {
  const [question = '', issued = '', signature = ''] = ticket.split('.');
  if (!sameText(signature, await signed(sql, `ticket ${question}.${issued}`))) return fail('form-expired');
  const age = now - Number(issued);
  if (age > ticketAge.most) return fail('form-expired');
  return age < ticketAge.least ? fail('too-many', 'soon') : ok(question);
}

/** The secret in the link by which an asker follows a question: the same whenever it is asked for, and never stored. */
export const followCode = async (sql: SqlStorage, question: string): Promise<string> =>
  (await signed(sql, `follow ${question}`)).slice(0, 40);
