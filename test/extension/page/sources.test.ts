import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from '../../../extension/page/sources/index.ts';
import { isRelevant, type PageSource, sourceKinds } from '../../../shared/evidence/page-source.ts';
import { recogniseHtml } from '../../tools/recognise.ts';
import { root } from '../../tools/run-process.ts';

const fixtures = join(root, 'test/fixtures/sources');
const files = (folder: string, ending: string) =>
  existsSync(join(fixtures, folder)) ? readdirSync(join(fixtures, folder)).filter((name) => name.endsWith(ending)) : [];

/** Pages that no source has, though they look as if. */
const nobodys = 'none';

describe('each source', () => {
  it('is a file of its own, listed, with its name', () => {
    const named = readdirSync(join(root, 'extension/page/sources')).filter((name) => name !== 'index.ts');
    expect(sources.map(({ name }) => `${name}.ts`).sort()).toEqual(named.sort());
  });

  it('has a page that shows what is read from it', () => {
    for (const { name } of sources)
      expect(files(name, '.html'), `test/fixtures/sources/${name}/*.html`).not.toEqual([]);
  });

  it('has only fixtures that are its own', () => {
    const known = [...sources.map(({ name }) => name), nobodys, 'hostile'];
    const folders = readdirSync(fixtures, { withFileTypes: true }).filter((one) => one.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe.each([...sources.map(({ name }) => name), nobodys])('a page of %s', (folder) => {
  it.each(files(folder, '.html'))('%s gives what is written beside it', (name) => {
    const golden = join(fixtures, folder, name.replace(/\.html$/, '.json'));
    // A page without it shows nothing.
    const expected = JSON.parse(readFileSync(golden, 'utf8')) as PageSource;
    const got = recogniseHtml(expected.url, readFileSync(join(fixtures, folder, name), 'utf8'));
    expect(got).toEqual(expected);
    if (folder === nobodys) expect(isRelevant(got)).toBe(false);
  });

  it('leaves no expectation without its page', () => {
    const pages = files(folder, '.html').map((name) => name.replace(/\.html$/, '.json'));
    expect(files(folder, '.json').sort()).toEqual(pages.sort());
  });
});

describe('addresses by themselves', () => {
  const lines = readFileSync(join(fixtures, 'addresses.jsonl'), 'utf8').trim().split('\n');
  const pages = lines.map((line) => JSON.parse(line) as { url: string; kind: string });

  it('are of every kind, several hundred', () => {
    expect(pages.length).toBeGreaterThan(400);
    for (const kind of sourceKinds) expect(pages.filter((page) => page.kind === kind).length, kind).toBeGreaterThan(8);
  });

  it('tell their kind in 97 of 100, and nothing irrelevant is called relevant', () => {
    const got = pages.map(({ url, kind }) => ({ url, kind, got: recogniseHtml(url).kind }));
    expect(got.filter(({ kind, got }) => kind === 'other' && got !== 'other')).toEqual([]);
    const wrong = got.filter(({ kind, got }) => kind !== got);
    expect(1 - wrong.length / pages.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.97);
  });

  it('tell which school they are about', () => {
    const about = {
      'https://reports.ofsted.gov.uk/provider/16/ey456789': 'EY456789',
      'http://www.ofsted.gov.uk/oxedu_providers/full/%28urn%29/100000': '100000',
      'https://parentview.ofsted.gov.uk/parent-view-results?year=2025&URN=100000': '100000',
      'https://get-information-schools.service.gov.uk/establishments/establishment/details/137654/': '137654',
      'https://www.compare-school-performance.service.gov.uk/school/112527/a-school?x=1': '112527',
      'https://beta.schoolprofiles.education.gov.uk/school/100000/hill/primary-performance/scaled-scores': '100000',
      'https://get-school-improvement-insights.education.gov.uk/school/secondary/137654/compare': '137654',
      'https://www.analyse-school-performance.service.gov.uk/2023/Report/KS2/100000?exportxlsx': '100000',
      'https://financial-benchmarking-and-insights-tool.education.gov.uk/school/100000/history': '100000',
      'https://schools-financial-benchmarking.service.gov.uk/school/detail?tab=x&urn=100000': '100000',
    };
    for (const [url, urn] of Object.entries(about)) expect(recogniseHtml(url).urn, url).toBe(urn);
    // The number of a file is not a school's.
    expect(recogniseHtml('https://files.ofsted.gov.uk/v1/file/100000').urn).toBeUndefined();
  });

  it('tell what may be kept', () => {
    const access = (url: string) => recogniseHtml(url).access;
    expect(access('https://viewyourdata.education.gov.uk/')).toBe('refused');
    expect(access('https://www.analyse-school-performance.service.gov.uk/2023/Report/KS2/100000')).toBe('refused');
    expect(access('https://get-school-improvement-insights.education.gov.uk/school/primary/100000')).toBe('restricted');
    expect(access('https://get-school-improvement-insights.education.gov.uk/')).toBe('restricted');
    expect(access('https://www.gov.uk/guidance/school-inspection-data-summary-report-idsr-guide')).toBe('open');
    expect(access('https://example.org/')).toBe('open');
  });
});
