import { describe, expect, it } from 'vitest';
import { recogniseHtml } from '../../tools/recognise.ts';

describe('the key of a page', () => {
  const cited = (doi: string) => `<meta name="citation_title" content="A"><meta name="citation_doi" content="${doi}">`;

  it('is one for an article wherever it is, by the DOI that its page says', () => {
    const key = (url: string, html?: string) => recogniseHtml(url, html).key;
    expect(key('https://repository.example/45', cited('10.5555/a'))).toBe('doi:10.5555/a');
    expect(key('https://j.example/doi/pdf/10.5555/A', cited('10.5555/a'))).toBe('doi:10.5555/a');
    expect(key('https://j.example/doi/full/10.5555/a')).toBe('doi:10.5555/a');
  });

  it('is another for what cites an article, belongs to it or is news of it', () => {
    const suppl = 'https://j.example/doi/suppl/10.5555/a';
    expect(recogniseHtml(suppl, cited('10.5555/a')).key).toBe('j.example/doi/suppl/10.5555/a');
    const news = 'https://schoolsweek.co.uk/a-study-says/';
    expect(recogniseHtml(news, cited('10.5555/a')).key).toBe('schoolsweek.co.uk/a-study-says');
  });
});

describe('an article without metadata', () => {
  const of = (body: string, head = '') =>
    recogniseHtml(
      'https://old.example/a.html',
      `<html><head><title>A</title>${head}</head><body>${body}</body></html>`,
    );
  const header = '<h1>Reading aloud</h1><p>Fen Journal, 7(2), 11–20</p><p>https://doi.org/10.5555/fen.7</p>';

  it('is known by the DOI at its head, or in a line of its own', () => {
    const foot = `<p>${'We read aloud to one another for a whole day, and then another. '.repeat(4)}</p><p>DOI: 10.5555/fen.9</p>`;
    expect(of(foot)).toMatchObject({ kind: 'research', doi: '10.5555/fen.9' });
    expect(of(header)).toMatchObject({ kind: 'research', doi: '10.5555/fen.7' });
    expect(of('<p>ISSN 1234-5678</p><p>doi:10.5555/fen.8</p>')).toMatchObject({
      kind: 'research',
      doi: '10.5555/fen.8',
    });
  });

  it('is none where a page only cites, or cites several', () => {
    const prose = `<p>${'We went to the fens and read aloud to one another for a whole day. '.repeat(3)}</p>`;
    expect(of(`${prose}<p>Marsh, A. (2001). Fen Journal, 7(2), 11. https://doi.org/10.5555/fen.7</p>`).kind).toBe(
      'other',
    );
    expect(of('<p>See 7(2), 11</p><p>doi:10.5555/fen.7</p><p>doi:10.5555/fen.8</p>').kind).toBe('other');
    expect(of('<p>doi:10.5555/fen.7</p><p>doi:10.5555/fen.8</p>').kind).toBe('other');
    expect(of('<p>Read more: https://doi.org/10.5555/fen.7</p>').kind).toBe('other');
    expect(of(header, '<script type="application/ld+json">{"@type":"NewsArticle"}</script>').kind).toBe('other');
  });
});
