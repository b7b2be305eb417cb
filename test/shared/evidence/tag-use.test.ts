import { describe, expect, it } from 'vitest';
import { suggestText } from '../../../shared/evidence/suggest-text.ts';
import { countTags, type TagUse, tagsFor } from '../../../shared/evidence/tag-use.ts';

const used = (...entries: [tags: string[], priorities: string[]][]) =>
  entries.reduce<TagUse>((use, [tags, priorities]) => countTags(use, { tags, priorities }, 1), {});

describe('how a cluster uses its tags', () => {
  it('is counted by priority, and taken back without a trace', () => {
    const before = used([['fluency', 'boys'], ['reading']], [['fluency'], ['reading', 'attendance']]);
    expect(before.fluency).toEqual({ n: 2, of: { reading: 2, attendance: 1 } });
    const after = countTags(before, { tags: ['fluency', 'boys'], priorities: ['reading'] }, -1);
    expect(after).toEqual({ fluency: { n: 1, of: { reading: 1, attendance: 1 } } });
    expect(before.boys?.n).toBe(1);
  });

  it('has no more tags than it can hold: those used once go first', () => {
    const often = used([['fluency'], ['reading']], [['fluency'], ['reading']]);
    const many = countTags(often, { tags: Array.from({ length: 2001 }, (_, i) => `tag ${i}`), priorities: [] }, 1);
    expect(Object.keys(many)).toEqual(['fluency']);
  });

  it('a tag of any name is only a tag', () => {
    const use = used([['constructor', '__proto__'], ['toString']], [['constructor', '__proto__'], ['toString']]);
    expect(tagsFor(use, ['toString'], [], 4)).toEqual(['constructor']);
    expect(Object.getPrototypeOf(use)).toBe(Object.prototype);
  });
});

describe('tags that are offered', () => {
  const use = used(
    ...Array.from({ length: 4 }, (): [string[], string[]] => [['whole school', 'fluency'], ['reading']]),
    ...Array.from({ length: 9 }, (): [string[], string[]] => [['whole school'], ['attendance']]),
    [['once'], ['reading']],
  );

  it('are those that belong to the chosen priorities, most their own first; never one that was used once', () => {
    expect(tagsFor(use, ['reading'], [], 4)).toEqual(['fluency', 'whole school']);
    expect(tagsFor(use, ['attendance'], [], 4)).toEqual(['whole school']);
    expect(tagsFor(use, [], [], 4)).toEqual([]);
  });

  it('leave out what is there already, and are no more than asked for', () => {
    expect(tagsFor(use, ['reading'], ['Fluency'], 4)).toEqual(['whole school']);
    expect(tagsFor(use, ['reading'], [], 1)).toEqual(['fluency']);
  });
});

describe('the words by which it is told what an entry bears on', () => {
  const passage = { exact: 'Decodable books', prefix: '', suffix: '', start: 0, end: 15 };
  const source = { url: 'https://a.example/', title: 'Phonics first' };

  it('are the note and the quote; the name of a page only where that is all', () => {
    expect(suggestText({ note: 'For us', passages: [passage], source })).toBe('For us\nDecodable books');
    expect(suggestText({ note: '', passages: [], source })).toBe('Phonics first');
    expect(suggestText({ note: '', passages: [] })).toBe('');
  });

  it('are bounded', () => {
    expect(suggestText({ note: 'a'.repeat(9000), passages: [] })).toHaveLength(4000);
  });
});
