import { citationOf } from './citation.ts';
import { madeLines } from './made.ts';
import { aboutEntry, titleOf } from './markdown.ts';
import { accountLines, type Taken, type Writer } from './taken.ts';
import { around, linked, listed, table, text } from './word-parts.ts';

/** Evidence as the body of a Word document, newest first. `wordParts` (word-parts.ts) is what stands around it in the file. */
export const wordWriter = (): Writer => ({
  add(entry: Taken) {
    const { passages, note, source, link: clipped, at, table: kept, image } = entry.evidence;
    return [
      text('Heading2', titleOf(entry).replace(/\s+/g, ' ')),
      ...passages.map(({ exact }) => text('Quote', exact)),
      kept ? table(kept) : '',
      image?.alt ? text('Quote', `Picture: ${image.alt}`) : '',
      clipped ? linked('Normal', clipped.url) : '',
      text('Normal', note),
      ...[...aboutEntry(entry), ...madeLines(entry.made)].map((one) => text('About', one)),
      source ? text('About', citationOf(source, at)) : '',
      source ? linked('About', source.url) : '',
    ].join('');
  },
  end(account) {
    const { before, after } = around(`Evidence of ${account.cluster}`, accountLines(account));
    const closing = (account.closing ?? []).map(({ title, lines }) =>
      [text('Heading2', title), ...lines.map(listed)].join(''),
    );
    return { before, after: [...closing, after] };
  },
});
