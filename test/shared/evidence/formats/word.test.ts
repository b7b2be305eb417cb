import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { wordWriter } from '../../../../shared/evidence/formats/word.ts';
import { wordBody, wordParts } from '../../../../shared/evidence/formats/word-parts.ts';
import { everything, taken, written } from './sample-log.ts';

/** A document as its file, read by somebody else's program: HTML, and what that program minded. */
async function readElsewhere(entries: typeof everything) {
  const files = { ...wordParts, [wordBody]: written(wordWriter(), entries) };
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const styleMap = ["p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='About'] => p.about:fresh"];
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(zip) }, { styleMap });
  return { html: value, messages };
}

describe('a Word document', () => {
  it('is read by others as it was meant', async () => {
    const { html, messages } = await readElsewhere(everything);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(html).toContain('Evidence of Kestrel Vale');
    expect(html).toContain('2 entries from restricted sources are left out.');
    expect(html.match(/<h2>/g)).toHaveLength(everything.length);
    expect(html).toContain('<h2>Inspection report: Amberwick Junior {50%} &amp; more</h2>');
    expect(html).toContain('<blockquote><p>Pupils, "most" of them,<br />read daily.</p>');
    expect(html).toContain('# So what?<br />- [ask](x) *now*');
    expect(html).toContain('<a href="https://files.ofsted.gov.uk/v1/file/50012345">');
    expect(html).toContain('Open Government Licence v3.0');
    expect(html).toMatch(/<table><thead><tr><th>.*School.*<td>.*7\.1%/s);
    expect(html).not.toContain('href="file:');
  });

  it('holds what XML has no place for, and addresses that try to get out', async () => {
    const note = 'a\u0000b\u000bc\ud800d\uffffe <w:p> ]]> &amp;';
    const source = { url: 'https://x.example/" \\o "y', title: '</w:t>' };
    const { html, messages } = await readElsewhere([taken({ note, source })]);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(html).toContain('abc\ufffdde &lt;w:p&gt; ]]&gt; &amp;amp;');
    expect(html).toContain('<a href="https://x.example/%22%20/o%20%22y">');
  });
});
