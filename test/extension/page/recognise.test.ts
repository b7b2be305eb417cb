import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAll, linesOf } from '../../../extension/page/recognise/dom.ts';
import { recognise } from '../../../extension/page/recognise/recognise.ts';
import { documentOf, recogniseHtml, recogniseLine } from '../../tools/recognise.ts';
import { root } from '../../tools/run-process.ts';

const hostile = (name: string) => readFileSync(join(root, 'test/fixtures/sources/hostile', name), 'utf8');
const somewhere = 'https://somewhere.example/a';
const gias = 'https://www.get-information-schools.service.gov.uk/Establishments/Establishment/Details/100000';

describe('a hostile page', () => {
  it('hides nothing behind names', () => {
    const document = documentOf(hostile('clobbered.html'));
    // What a browser does for elements of these names (HTML, named properties), which the parser does not. Documents
    // too are held to it in a real browser: test/e2e/recognise.test.ts.
    for (const form of findAll(document, 'form', 5)) {
      for (const name of ['firstChild', 'nextSibling', 'tagName', 'textContent']) {
        Object.defineProperty(form, name, { value: {}, configurable: true });
      }
    }
    expect(recognise(gias, document)).toMatchObject({
      kind: 'gias',
      title: 'Hill Primary School',
      school: 'Hill Primary School',
      urn: '100000',
      laestab: '201/3614',
      ukprn: '10079319',
    });
  });

  it('has dates, names and numbers that are none', () => {
    const got = recogniseHtml(somewhere, hostile('wrong.html'));
    expect(got).toEqual({
      url: somewhere,
      key: 'somewhere.example/a',
      kind: 'research',
      title: 'Two lines',
      access: 'open',
    });
  });

  it('may be deep, and has its text all the same', () => {
    const document = documentOf('<html><head><title>Deep</title></head><body></body></html>');
    let at: Element = document.body;
    for (let i = 0; i < 20_000; i++) at = at.appendChild(document.createElement('div'));
    at.textContent = 'At the bottom';
    expect(linesOf(document, { nodes: 100_000, characters: 1000 }).map(({ text }) => text)).toContain('At the bottom');
    expect(recognise(somewhere, document)).toMatchObject({ kind: 'other', title: 'Deep' });
    const html = `<title>Deeper</title>${'<div>'.repeat(200_000)}<p>At the bottom`;
    expect(recogniseHtml(somewhere, html)).toMatchObject({ kind: 'other', title: 'Deeper' });
  });

  it('may be huge, and is read in part', () => {
    const metas = '<meta name="citation_author" content="Somebody">'.repeat(20_000);
    const long = 'x'.repeat(100_000);
    const html = `<html><head><title>${long}</title><meta name="citation_title" content="${long}">${metas}</head>
      <body>${'<dl><dt>Term</dt><dd>Said</dd></dl>'.repeat(20_000)}</body></html>`;
    const got = recogniseHtml(somewhere, html);
    expect(got.title?.length).toBeLessThanOrEqual(500);
    expect(got.authors).toEqual(['Somebody']);
    expect(JSON.stringify(got).length).toBeLessThan(4000);
  });

  it('changes nothing of a page that is refused', () => {
    const got = recogniseHtml(
      'https://viewyourdata.education.gov.uk/x',
      '<title>Ann Other, UPN A1</title><h1>Ann Other</h1>',
    );
    expect(JSON.stringify(got)).not.toContain('Other, UPN');
  });

  it('never makes it throw', () => {
    const words = [
      '<',
      '>',
      '</p>',
      '<p>',
      '<dl><dt>ID<dd>',
      '<meta name="citation_title" content="',
      '"',
      '<script type="application/ld+json">',
      '{"@graph":[',
      '</script>',
      'URN: 100000',
      '<title>',
      '<table><tr><th>',
      '\u0000',
      '&#x110000;',
      'Good',
      'Inclusion',
    ];
    const urls = [
      somewhere,
      gias,
      'https://reports.ofsted.gov.uk/provider/21/100000',
      'https://www.gov.uk/guidance/x',
      'https://files.ofsted.gov.uk/v1/file/1',
      'https://eric.ed.gov/?id=%E0%A4%A',
      'https://example.org/%zz',
      'file:///x.pdf',
      'no address',
      '',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...urls),
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 }),
        (url, parts) => {
          const got = recogniseHtml(url, parts.join(''));
          expect(got.url).toBe(url);
          expect(JSON.parse(JSON.stringify(got))).toEqual(got);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the tool', () => {
  it('answers each line with one, whatever it is', () => {
    expect(recogniseLine('{"url":"https://www.gov.uk/national-curriculum"}')).toMatchObject({ kind: 'guidance' });
    expect(recogniseLine('{"url":"https://a.example/","html":"<title>A</title>"}')).toMatchObject({
      kind: 'other',
      title: 'A',
    });
    expect(recogniseLine('{"url":"https://a.example/","html":null}')).toMatchObject({ kind: 'other' });
    for (const line of ['{', 'null', '[]', '{"html":"x"}', '{"url":5}', '{"url":"nowhere"}']) {
      expect(recogniseLine(line), line).toHaveProperty('error');
    }
  });

  it('runs unbuilt, on one page and on many', () => {
    const run = (args: string[], input = '') =>
      execFileSync(process.execPath, [join(root, 'test/tools/recognise.ts'), ...args], { input, encoding: 'utf8' });
    const provider = 'https://reports.ofsted.gov.uk/provider/21/100000';
    expect(JSON.parse(run([provider]))).toMatchObject({ kind: 'ofsted-provider', urn: '100000' });
    const page = join(root, 'test/fixtures/sources/ofsted-reports/report-card.html');
    expect(JSON.parse(run([provider, page]))).toMatchObject({ school: 'Hill Primary School' });
    const lines = run(['--lines'], `{"url":"${provider}"}\nnot json\n\n{"url":"${somewhere}","html":"<p>x"}\r\n`);
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind ?? 'error'),
    ).toEqual(['ofsted-provider', 'error', 'other']);
  }, 20_000);
});
