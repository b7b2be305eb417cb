import { clipOf } from '../../shared/evidence/pasted.ts';
import type { Passage } from '../../shared/evidence/quote.ts';
import type { Table } from '../../shared/evidence/table.ts';
import { tableText } from '../../shared/evidence/table-words.ts';
import type { Draft, OutboxRow } from '../replica/database.ts';

interface Words {
  passages?: readonly Passage[];
  table?: Table;
  source?: { title: string; url: string } | undefined;
  note?: string;
  tags?: readonly string[];
  /** Of other actions: what was named. */
  title?: string;
  name?: string;
  /** What was said and found, whoever asked: weighings, responses, decisions, cycles, activities. */
  [said: string]: unknown;
}

/** Under these names actions carry words of their author’s, in this order. */
const said = ['question', 'text', 'why', 'reason', 'soWhat', 'did', 'saw', 'willDo', 'focus'];
const found = ['reflection', 'tell', 'outcome', 'notes', 'definition', 'examples', 'objection', 'learned', 'alone'];

const textOf = ({ passages = [], table, source, note, tags = [], title, name, ...more }: Words): string =>
  [
    ...(table ? [tableText(table)] : passages.map(({ exact }) => `“${exact}”`)),
    source && [source.title, source.url].filter(Boolean).join(' · '),
    note,
    tags.length > 0 && `Tags: ${tags.join(', ')}`,
    title,
    name,
    ...[...said, ...found].map((one) => typeof more[one] === 'string' && more[one]),
  ]
    .filter(Boolean)
    .join('\n');

const asClipped = (draft: Draft): Words => ({ ...draft, ...(draft.pasted && clipOf(draft.pasted)) });

/** What this device has and the log has not, as plain text that can be pasted anywhere: unsent first, then in hand. */
export function unsentText(rows: readonly OutboxRow[], drafts: readonly Draft[]): string {
  const unsent = rows.filter(({ state }) => state !== 'accepted').flatMap(({ group }) => group);
  return [...unsent.map(({ body }) => body as Words), ...drafts.map(asClipped)]
    .map(textOf)
    .filter(Boolean)
    .join('\n\n———\n\n');
}
