import fc from 'fast-check';
import { expect, it } from 'vitest';
import { doiOfAddress, parseDoi } from '../../../shared/evidence/doi.ts';

const at = (url: string) => doiOfAddress(new URL(url));

it('reads a DOI however it is written', () => {
  const same = [
    '10.1234/MUER.2021.45',
    'doi:10.1234/muer.2021.45',
    'DOI 10.1234/muer.2021.45.',
    'https://doi.org/10.1234/muer.2021.45',
    'http://dx.doi.org/10.1234%2Fmuer.2021.45',
    ' info:doi/10.1234/muer.2021.45 ',
    '10.1234/muer.2021.45),',
  ];
  for (const text of same) expect(parseDoi(text), text).toBe('10.1234/muer.2021.45');
  expect(parseDoi('10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O')).toBe(
    '10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o',
  );
  expect(parseDoi('10.1016/0022-0965(95)90012-8')).toBe('10.1016/0022-0965(95)90012-8');
});

it('takes nothing for a DOI that is none', () => {
  for (const text of [
    '',
    '10.15/macos',
    '10.1234',
    '10.1234/',
    'x10.1234/a',
    '2010.1234/a',
    'see 10.1234/a',
    10.1234,
    null,
  ]) {
    expect(parseDoi(text), String(text)).toBeUndefined();
  }
});

it('knows an article by its address, and not what is about it', () => {
  expect(at('https://doi.org/10.5555/a.1')).toBe('10.5555/a.1');
  expect(at('https://j.example/doi/full/10.5555/a.1?x=1')).toBe('10.5555/a.1');
  expect(at('https://j.example/doi/full/10.5555/a/b.1')).toBe('10.5555/a/b.1');
  expect(at('https://www.nature.com/articles/s41539-019-0054-0.pdf')).toBe('10.1038/s41539-019-0054-0');
  const others = [
    'https://doi.org/',
    'https://j.example/doi/citedby/10.5555/a.1',
    'https://j.example/toc/10.5555/a.1',
    'https://www.nature.com/articles/d41586-024-00001',
    'https://j.example/?doi=10.5555/a.1',
    'https://j.example/%zz/doi/',
  ];
  for (const url of others) expect(at(url), url).toBeUndefined();
});

it('is the same read again, whatever came', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (tail) => {
      const doi = parseDoi(`10.5555/${tail}`);
      if (doi !== undefined) expect(doi.length).toBeLessThanOrEqual(200);
      if (doi !== undefined && !doi.includes('%')) expect(parseDoi(doi)).toBe(doi);
    }),
  );
});
