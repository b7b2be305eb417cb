import { describe, expect, it } from 'vitest';
import { createFacets } from '../../../../extension/replica/search/facets.ts';
import { pinned, readable } from '../../../../extension/replica/search/meaning.ts';
import { parseQuery, printQuery } from '../../../../shared/evidence/query.ts';
import { begun, facets, known, logOf, nextSeq, over, record, tags } from './searched.ts';

describe('a search of the log', () => {
  it('finds words in any form, the last one begun, and exact phrases', async () => {
    const [one, two, three] = [
      record('Pupils were reading aloud in the library'),
      record('She reads the register; attendance is improving'),
      record('A library of aloud reading'),
    ];
    const { ids } = await over(logOf([one, two, three]));
    expect(new Set(ids('read'))).toEqual(new Set([one.id, two.id, three.id]));
    // 'Reading' is a subject of its own, not a form of 'read'.
    expect(ids('read she')).toEqual([two.id]);
    expect(ids('read aloud')).toEqual([]);
    expect(new Set(ids('reading aloud'))).toEqual(new Set([one.id, three.id]));
    expect(ids('improved attend')).toEqual([two.id]);
    expect(ids('"reading aloud"')).toEqual([one.id]);
    expect(ids('"aloud in" libr')).toEqual([one.id]);
    expect(ids('library -aloud')).toEqual([]);
    expect(ids('library -"reading aloud"')).toEqual([three.id]);
    expect(ids('LIBRÁRY reading-aloud')).toEqual([one.id]);
  });

  it('puts the most relevant first, or the newest', async () => {
    const [long, short, twice] = [
      record(`Fluency, among ${'many other words of no account '.repeat(10)}`),
      record('Fluency at last'),
      record('Fluency and fluency'),
    ];
    const { find, ids } = await over(logOf([twice, short, long, ...Array.from({ length: 20 }, () => record('else'))]));
    expect(ids('fluency')).toEqual([twice.id, short.id, long.id]);
    expect(find('fluency').ranked).toBe(true);
    expect(ids('fluency sort:newest')).toEqual([twice.id, short.id, long.id]);
    expect(find('fluency sort:newest').ranked).toBe(false);
  });

  it('narrows by what entries are, by name, by the beginning of one, or by id', async () => {
    const source = (kind: string) => ({ source: { url: 'https://a.example', title: '', kind } });
    const [one, two, three] = [
      record('one', { by: 'm-ann', priorities: ['p-read'], tags: ['oracy'], stance: 'supports', ...source('eef') }),
      record('two', {
        by: 'm-ann',
        priorities: ['p-read', 'p-attend'],
        tags: ['ORACY', 'Year 3'],
        stance: 'challenges',
      }),
      record('three', { stance: null, ...source('ofsted-report') }, new Date(2026, 2, 31, 23).getTime()),
    ];
    const { ids, find } = await over(logOf([one, two, three]));
    const is = (line: string, ...wanted: { id: string }[]) =>
      expect(new Set(ids(line)), line).toEqual(new Set(wanted.map(({ id }) => id)));
    is('priority:"every child reads fluently"', one, two);
    is('priority:attend', two);
    is('priority:p-attend', two);
    is('priority:none', three);
    is('priority:attends priority:reads', two);
    is('priority:child', one, two);
    is('stance:supports stance:none', one, three);
    is('tag:oracy', one, two);
    is('tag:oracy -tag:year', one);
    is('stance:none', three);
    is('by:me', one, two);
    is('by:"Ben Baker"', three);
    is('-by:ben', one, two);
    is('school:birch', one, two);
    is('school:primary', one, two);
    is('school:none', three);
    is('kind:ofsted', three);
    is('from:2026-03', three);
    is('to:2026-03', one, two, three);
    is('to:2026-03-30', one, two);
    is('from:2025-09 to:2025-09 tag:"year 3"', two);
    is('tag:nothing');
    expect(find('tag:nothing').unknown).toEqual([{ name: 'tag', value: 'nothing' }]);
    is('tag:', one, two, three);
  });

  it('leaves out what was withdrawn or erased, and keeps what somebody is at', async () => {
    const [there, gone, empty] = [
      record('there'),
      record('gone', { withdrawn: begun }),
      { ...record('empty'), body: null },
    ];
    const { ids } = await over(logOf([there, gone, empty]));
    expect(ids('')).toEqual([empty.id, there.id]);
    expect(ids('with:withdrawn')).toEqual([empty.id, gone.id, there.id]);
    expect(ids('gone')).toEqual([]);
    expect(ids('gone with:withdrawn')).toEqual([gone.id]);
    expect(ids('-nothing')).toEqual([there.id]);
    expect(ids('there', [gone.id])).toEqual([gone.id, there.id]);
  });

  it('follows what is changed, and lays over it what waits', async () => {
    const [one, two] = [record('first words'), record('second words')];
    const { ids, take, search } = await over(logOf([one, two]));
    const edited = { ...one, rev: 2, seq: nextSeq(), body: { ...(one.body as object), note: 'other words' } };
    await take(logOf([edited, two]));
    expect(ids('first')).toEqual([]);
    expect(new Set(ids('words'))).toEqual(new Set([one.id, two.id]));
    const ahead = { ...two, body: { ...(two.body as object), note: 'waiting to be sent' } };
    await take(logOf([edited, two], [ahead]));
    expect(ids('second')).toEqual([]);
    expect(ids('wait "to be"')).toEqual([two.id]);
    await take(logOf([]));
    expect(ids('')).toEqual([]);
    expect(search.size.words).toBeGreaterThan(0);
  });

  it('forgets what is long gone', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => record(`number ${i}`));
    const { ids, take, search } = await over(logOf(many));
    expect(ids('2999')).toHaveLength(1);
    const rows = logOf(many).rows.slice(0, 100);
    await take({ ...logOf([]), rows });
    expect(search.size.words).toBe(101);
    expect(ids('number')).toEqual(rows.map(({ id }) => id));
  });

  it('narrows by what was made of entries: strength, strand, cycle, decision, and what tags stand for now', async () => {
    const [one, two, three] = [record('one', { tags: ['talk'] }), record('two', { wording: 1 }), record('three')];
    const weighing = { wording: 0, relevant: true, by: 'm-ann', at: begun };
    const cycle = {
      priority: 'p-read',
      stage: 'reflect',
      members: [],
      indicators: [],
      by: 'm-ann',
      at: begun,
    } as const;
    const closed = { verdict: 'adapt', reflection: 'r', tell: 't', by: 'm-ann', at: begun } as const;
    const of = <Body>(kind: string, id: string, body: Body) => ({ kind, id, v: 1, rev: 1, seq: 1, body });
    const tag = { group: false, by: 'm-ann', at: begun };
    const richer = createFacets(
      {
        ...known,
        weighings: [
          { ...weighing, evidence: one.id, strength: 'strong' },
          { ...weighing, evidence: one.id, strength: 'fair', by: 'm-ben' },
          { ...weighing, evidence: two.id, strength: 'hint' },
          { ...weighing, evidence: three.id, relevant: false, reason: 'not about us' },
        ],
        gathered: [
          { evidence: one.id, cycle: 'c-echo' },
          { evidence: two.id, strand: 'review' },
        ],
        cycles: [
          of('cycle', 'c-echo', { ...cycle, members: [], indicators: [], question: 'Does echo reading help?', closed }),
        ],
        decided: new Set([three.id]),
        added: new Map([[three.id, ['phonics']]]),
        codebook: [
          of('tag', 't-1', { ...tag, name: 'talk', into: 't-2' }),
          of('tag', 't-2', { ...tag, name: 'Oracy' }),
        ],
      },
      ['talk'],
    );
    const { ids } = await over(logOf([one, two, three]), richer);
    expect(ids('strength:strong')).toEqual([one.id]);
    expect(ids('strength:fair')).toEqual([one.id]);
    // It was worded anew since.
    expect(ids('strength:hint')).toEqual([]);
    expect(ids('strength:none')).toEqual([two.id]);
    expect(ids('strength:aside')).toEqual([three.id]);
    expect(ids('cycle:echo')).toEqual([one.id]);
    expect(ids('strand:review')).toEqual([two.id]);
    expect(ids('decision:adapt')).toEqual([one.id]);
    expect(ids('decision:recorded')).toEqual([three.id]);
    expect(ids('decision:none')).toEqual([two.id]);
    expect(ids('tag:oracy')).toEqual([one.id]);
    expect(ids('tag:talk')).toEqual([one.id]);
    expect(ids('tag:phonics')).toEqual([three.id]);
    expect(ids('tag:none')).toEqual([two.id]);
  });

  it('means the same in a link when a name has changed', () => {
    const query = parseQuery('fluency priority:"every child attends" by:me tag:Oracy stance:challenges school:primary');
    const link = printQuery(pinned(query, facets));
    expect(link).toBe('fluency priority:p-attend by:m-ann tag:oracy stance:challenges school:primary');
    const later = createFacets({ ...known, priorities: [{ id: 'p-attend', title: 'In school, every day' }] }, tags);
    expect(printQuery(readable(parseQuery(link), later))).toBe(
      'fluency priority:"In school, every day" by:"Ann Archer" tag:Oracy stance:challenges school:primary',
    );
  });
});
