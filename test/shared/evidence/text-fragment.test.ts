import { describe, expect, it } from 'vitest';
import { describe as passageOf } from '../../../shared/evidence/quote.ts';
import { atPassage } from '../../../shared/evidence/text-fragment.ts';

const url = 'https://school.example/report';

/** The directive for some words of a text. */
function directive(text: string, exact: string): string {
  const start = text.indexOf(exact);
  const [before, after] = atPassage(url, passageOf(text, start, start + exact.length)).split('#:~:text=');
  expect(before).toBe(url);
  return after ?? '';
}

describe('an address that opens at a passage', () => {
  const text =
    'Some heading\nWe found that pupils read more often, and gladly so - at home & at school. Then they wrote.';

  it('says a short one in full, between its surroundings', () => {
    expect(directive(text, 'pupils read more')).toBe('found%20that-,pupils%20read%20more,-often%2C%20and%20gladly');
  });

  it('says a long one by its two ends', () => {
    const all = text.split('\n')[1] ?? '';
    expect(directive(text, all)).toBe('heading-,We%20found%20that%20pupils%20read,at%20school.%20Then%20they%20wrote.');
  });

  it('encodes what has a meaning of its own', () => {
    expect(directive(text, 'so - at home & at')).toContain('so%20%2D%20at%20home%20%26%20at');
  });

  it('is an address also where the page has half a character', () => {
    expect(directive('Some \ud83d words here', 'Some \ud83d words')).toContain('Some%20%EF%BF%BD%20words');
  });

  it('takes words whole', () => {
    expect(directive(text, 'pils read mo')).toContain('pupils%20read%20more,');
  });

  it('keeps each part within its block', () => {
    expect(directive('One\nTwo\nThree\nFour', 'Two\nThree')).toBe('Two,Three');
  });

  it('comes after a fragment that is there already, and is left out where there are no words', () => {
    const passage = { exact: 'words', prefix: '', suffix: '', start: 0, end: 5 };
    expect(atPassage(`${url}#results`, passage)).toBe(`${url}#results:~:text=words`);
    expect(atPassage(url, { ...passage, exact: ' ' })).toBe(url);
  });
});
