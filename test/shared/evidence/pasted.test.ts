import { describe, expect, it } from 'vitest';
import { addressIn, clipOf, pastedIn, sharedIn } from '../../../shared/evidence/pasted.ts';

const url = 'https://www.gov.uk/reading';

describe('what was pasted', () => {
  it.each([
    [url, { url, words: '' }],
    [`  ${url}\n`, { url, words: '' }],
    ['Every day counts', { url: '', words: 'Every day counts' }],
    [`“Every day counts”\n\n${url}`, { url, words: 'Every day counts' }],
    [`"Every day counts"\n ${url}`, { url, words: 'Every day counts' }],
    [`Every day counts ${url}.`, { url, words: 'Every day counts' }],
    [`Every day counts (${url})`, { url, words: 'Every day counts' }],
    [`${url} Every day counts`, { url, words: 'Every day counts' }],
    ['', { url: '', words: '' }],
    ['   \n', { url: '', words: '' }],
  ])('%j is taken apart', (text, expected) => {
    expect(pastedIn(text)).toEqual({ title: '', ...expected });
  });

  it('keeps an address in the middle of words among them', () => {
    const text = `See ${url} for what “reading” means.`;
    expect(pastedIn(text)).toEqual({ url: '', title: '', words: text });
  });

  it('keeps marks within the words', () => {
    expect(pastedIn('“One” and “two”').words).toBe('“One” and “two”');
  });

  it('takes the words of a link to words, where it names them whole', () => {
    expect(pastedIn(`${url}#:~:text=Every%20day,-counts`)).toEqual({ url, title: '', words: 'Every day' });
    expect(pastedIn(`${url}#s2:~:text=before-,Every%20day`)).toEqual({
      url: `${url}#s2`,
      title: '',
      words: 'Every day',
    });
    expect(pastedIn(`${url}#:~:text=Every%20day,to%20an%20adult`)).toEqual({ url, title: '', words: '' });
    expect(pastedIn(`${url}#:~:text=%E0%A4%A`)).toEqual({ url, title: '', words: '' });
    expect(pastedIn(`“Said”\n${url}#:~:text=Other`).words).toBe('Said');
  });

  it('of any length is read in a moment', () => {
    const long = `${'" ( '.repeat(20_000)}${url}`;
    expect(pastedIn(long).url).toBe(url);
    expect(pastedIn('https://'.repeat(20_000)).title).toBe('');
  });
});

describe('what was shared', () => {
  it('may come in any of its parts', () => {
    const whole = { url, title: 'Reading', words: '' };
    expect(sharedIn({ title: 'Reading', url })).toEqual(whole);
    expect(sharedIn({ title: 'Reading', text: url })).toEqual(whole);
    expect(sharedIn({ title: 'Reading', text: `Reading ${url}`, url: null })).toEqual(whole);
    expect(sharedIn({ text: `"Every day" ${url}` })).toEqual({ url, title: '', words: 'Every day' });
    expect(sharedIn({})).toEqual({ url: '', title: '', words: '' });
  });
});

describe('an address', () => {
  it('may be typed without its beginning', () => {
    expect(addressIn(' www.gov.uk/x ')).toBe('https://www.gov.uk/x');
    expect(addressIn(url)).toBe(url);
  });

  it.each(['', 'not a link', 'javascript:alert(1)', 'javascript://a.b/%0aalert(1)', 'file:///a.pdf', 'words', 'a b.c'])(
    '%j is none',
    (text) => expect(addressIn(text)).toBeUndefined(),
  );

  it('that is too long is none', () => {
    expect(addressIn(`${url}/${'x'.repeat(2000)}`)).toBeUndefined();
  });
});

describe('the clip of what was pasted', () => {
  it('is a quote with its place, or the page, or nothing', () => {
    expect(clipOf({ url, title: ' Reading ', words: ' Every day ' })).toEqual({
      what: 'quote',
      passages: [{ exact: 'Every day', prefix: '', suffix: '', start: 0, end: 9 }],
      source: { url, title: 'Reading' },
    });
    expect(clipOf({ url, title: '', words: '' })).toEqual({ what: 'page', passages: [], source: { url, title: '' } });
    expect(clipOf({ url: '', title: 'x', words: '' })).toEqual({ what: undefined, passages: [], source: undefined });
  });
});
