import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseCsv } from 'csv-parse/sync';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { bibtexWriter } from '../../../../shared/evidence/formats/bibtex.ts';
import { citationOf, namesIn } from '../../../../shared/evidence/formats/citation.ts';
import { cslWriter } from '../../../../shared/evidence/formats/csl.ts';
import { csvCell, csvHeads, csvWriter, untamed } from '../../../../shared/evidence/formats/csv.ts';
import { markdownWriter, referencesWriter } from '../../../../shared/evidence/formats/markdown.ts';
import { risWriter } from '../../../../shared/evidence/formats/ris.ts';
import { account, article, everything, made, noon, report, taken, written } from './sample-log.ts';

/** What another program reads of references. */
const readElsewhere = (text: string, forceType: string) =>
  plugins.input.chain(text, { forceType, generateGraph: false });

const works = everything.filter(({ evidence }) => evidence.source);

describe('a table', () => {
  const text = written(csvWriter(), everything);

  it('is read by others as it was meant', () => {
    expect(text.startsWith('\ufeffId,Saved,')).toBe(true);
    const rows: string[][] = parseCsv(text, { bom: true, record_delimiter: '\r\n' });
    expect(rows).toEqual(Papa.parse(text.slice(1), { skipEmptyLines: true }).data);
    expect(rows[0]).toEqual([...csvHeads]);
    expect(rows).toHaveLength(everything.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([csvHeads.length]));
    const cell = (row: number, head: string) => rows[row]?.[csvHeads.indexOf(head as never)];
    expect(cell(1, 'Quote')).toBe('Pupils, "most" of them,\nread daily.\n\n=SUM(A1) — 100% & {more} \\ _under_');
    expect(cell(1, 'Priorities')).toBe('Every child reads');
    expect(cell(5, 'Seen')).toBe('lesson 2026-01-12');
    expect(cell(8, 'Quote')).toBe('Absence | all\nSchool | 2024\nAmber|wick | 7.1%\n\nA chart <of> absence');
    expect(cell(7, 'Withdrawn')).toBe('2026-11-25');
  });

  it('says after a piece what a group made of it, and who, where they differ', () => {
    const [heads = [], row = [], agreed = []]: string[][] = parseCsv(
      written(csvWriter(), [
        taken({}, { made }),
        taken({}, { made: { ...made, weighings: made.weighings.slice(0, 1), responses: [] } }),
      ]),
      { bom: true },
    );
    const cell = (of: string[], head: string) => of[heads.indexOf(head)];
    expect(cell(row, 'Strength')).toBe('Fair (Ann Archer); Hint (Ben Baker)');
    expect(cell(agreed, 'Strength')).toBe('Fair');
    expect(cell(row, 'Weighed')?.split('\n')).toEqual([
      'Ann Archer, 25 November 2026: Fair, Supports',
      'Ben Baker, 25 November 2026: Hint',
      'Cat Carter, 25 November 2026: Set aside: Not our pupils',
    ]);
    expect(cell(row, 'So what')).toBe('Ann Archer: =Try it in *Year 3*');
    expect(cell(row, 'Responses')?.split('\n')).toEqual([
      'Ben Baker challenges this, 25 November 2026: Whose pupils?',
      'Ann Archer answers, 25 November 2026: Ours.',
      'Cat Carter asks, 25 November 2026: When?',
    ]);
    expect(cell(row, 'Gathered in')).toBe('Does echo reading help? (adopted)\nVisit to Hill View');
    expect(cell(row, 'Decided')).toBe('Every class reads aloud');
    expect(cell(agreed, 'Responses')).toBe('');
  });

  it('holds nothing that a spreadsheet would run', () => {
    for (const bad of ['=1+1', '+44', '-cmd', '@x', '\tx', '\rx', "=cmd|' /C calc'!A0"]) {
      const [[cell = ''] = []] = parseCsv(csvCell(bad)) as string[][];
      expect(cell.charAt(0), bad).toBe("'");
      expect(untamed(cell)).toBe(bad);
    }
    for (const good of ['-5', '-0.5', 'a=b', "'tis", '']) expect(csvCell(good)).toBe(good);
    const [, , , , , seen] = parseCsv(text, { bom: true }) as string[][];
    expect((seen ?? [])[csvHeads.indexOf('Note')]).toBe("'+44 pupils talked");
  });
});

describe('references', () => {
  it('are one for each source, whatever was taken from it', () => {
    const twice = [taken({ source: report, note: 'One' }), taken({ source: report, note: 'Two' }), taken()];
    for (const [writer, count] of [
      [risWriter(), /^TY {2}- /gm],
      [bibtexWriter(), /^@/gm],
      [referencesWriter(), /Available at/g],
    ] as const) {
      expect(written(writer, twice).match(count)).toHaveLength(1);
      expect(writer.sourceless?.()).toBe(1);
    }
    expect(JSON.parse(written(cslWriter(), twice))).toHaveLength(1);
    expect(JSON.parse(written(cslWriter(), [taken()]))).toEqual([]);
  });

  it('have what a group made of it among their notes', () => {
    const entry = [taken({ source: report, note: 'One' }, { made })];
    for (const writer of [risWriter(), bibtexWriter(), cslWriter()]) {
      const text = written(writer, entry);
      expect(text).toContain('Weighed by Ben Baker, 25 November 2026: Hint');
      expect(text).toContain('Ann Archer answers, 25 November 2026: Ours.');
    }
    expect(readElsewhere(written(risWriter(), entry), '@ris/file')).toHaveLength(1);
    expect(written(referencesWriter(), entry)).not.toContain('Weighed');
  });

  it('are written a note at a time, however many a source has', () => {
    const many = Array.from({ length: 500 }, (_, i) => taken({ source: report, note: `Note ${i}, "so"` }));
    for (const writer of [risWriter(), bibtexWriter(), cslWriter()]) {
      for (const one of many) writer.add(one);
      const parts = [...writer.end(account).after];
      expect(parts.length).toBeGreaterThan(many.length);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(1000);
    }
    const [item] = JSON.parse(written(cslWriter(), many.slice(0, 2)));
    expect(item.note).toBe('Note 0, "so"\n— Ann Archer, 2026-11-25\n\nNote 1, "so"\n— Ann Archer, 2026-11-25');
    expect(readElsewhere(written(bibtexWriter(), many), '@bibtex/text')).toHaveLength(1);
  });

  it('are read as RIS by others', () => {
    const items = readElsewhere(written(risWriter(), works), '@ris/file');
    expect(items).toHaveLength(4);
    const [first, second] = items;
    expect(first).toMatchObject({ title: report.title, URL: report.url, type: 'report', publisher: 'Ofsted' });
    expect(second).toMatchObject({
      title: article.title,
      DOI: article.doi,
      type: 'article-journal',
      'container-title': article.site,
      author: [
        { family: 'Müller', given: 'Ana' },
        { family: 'O’Brien', given: 'Bo' },
      ],
    });
  });

  it('are read as BibTeX by others', () => {
    const items = readElsewhere(written(bibtexWriter(), works), '@bibtex/text');
    expect(items).toHaveLength(4);
    const [first, second] = items;
    expect(first).toMatchObject({ title: report.title, URL: report.url, type: 'report' });
    expect(String(first?.note)).toContain('=SUM(A1) — 100% & {more}');
    expect(second).toMatchObject({ title: article.title, DOI: article.doi, 'container-title': article.site });
    expect(second?.author).toMatchObject([
      { family: 'Müller', given: 'Ana' },
      { family: 'O’Brien', given: 'Bo' },
    ]);
  });

  it('are CSL-JSON', () => {
    const items = JSON.parse(written(cslWriter(), works));
    expect(items).toHaveLength(4);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(4);
    expect(items[1]).toMatchObject({
      type: 'article-journal',
      issued: { 'date-parts': [[2024, 3]] },
      author: [{ family: 'Müller', given: 'Ana' }, {}],
    });
    expect(items[0]).toMatchObject({ type: 'report', publisher: 'Ofsted', keyword: 'phonics, early, years' });
  });
});

describe('a citation', () => {
  it('is written as schools in England write it, with the line that the licence asks for', () => {
    expect(citationOf(report, noon)).toBe(
      'Ofsted (2025) Inspection report: Amberwick Junior {50%} & more. Available at: https://files.ofsted.gov.uk/v1/file/50012345 (Accessed: 25 November 2026). Contains public sector information licensed under the Open Government Licence v3.0.',
    );
    expect(citationOf(article, noon)).toBe(
      'Müller, A. and O’Brien, B. (2024) ‘Oral language in Key Stage 1: a trial’, Early Child Development & Care. Available at: https://doi.org/10.1080/03004430.2024.1234567 (Accessed: 25 November 2026).',
    );
    expect(citationOf({ url: 'https://www.x.example/p', title: '' }, noon)).toBe(
      'x.example (no date) https://www.x.example/p. Available at: https://www.x.example/p (Accessed: 25 November 2026).',
    );
  });

  it('knows people from organisations', () => {
    expect(namesIn('Ann Archer, Bo de Boer')).toEqual([
      { family: 'Archer', given: 'Ann' },
      { family: 'Boer', given: 'Bo de' },
    ]);
    expect(namesIn('Archer, Ann')).toEqual([{ family: 'Archer', given: 'Ann' }]);
    expect(namesIn('Department for Education')).toEqual([{ literal: 'Department for Education' }]);
    expect(namesIn('Ofsted')).toEqual([{ literal: 'Ofsted' }]);
    expect(namesIn('')).toEqual([]);
  });
});

describe('Markdown', () => {
  it('says what was clipped as text, never as markup', () => {
    const text = written(markdownWriter(), everything);
    expect(text).toMatch(/^# Evidence of Kestrel Vale\n\nEvidence of Kestrel Vale, taken out/);
    expect(text).toContain('2 entries from restricted sources are left out.');
    expect(text).toContain('> Pupils, "most" of them,\n> read daily.');
    expect(text).toContain('\\# So what?\n\\- \\[ask\\](x) \\*now\\*');
    expect(text).toContain('<https://files.ofsted.gov.uk/v1/file/50012345>');
    expect(text).toContain('Absence \\| all\n\n| School | 2024 |\n| --- | --- |\n| Amber\\|wick | 7.1% |');
    expect(text).toContain('Picture: A chart \\<of\\> absence');
    expect(text.match(/^## /gm)).toHaveLength(everything.length);
    const weighed = written(markdownWriter(), [taken({}, { made })]);
    expect(weighed).toContain(
      '- Weighed by Ann Archer, 25 November 2026: Fair, Supports. So what for us: =Try it in \\*Year 3\\*',
    );
    expect(weighed).toContain('- Gathered in: Does echo reading help? (adopted)\n- Gathered in: Visit to Hill View');
  });
});
