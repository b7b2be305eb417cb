import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldWords } from '../../../shared/priorities/field-words.ts';
import { type PriorityText, suggest } from '../../../shared/priorities/suggest.ts';

const priorities: PriorityText[] = [
  { id: 'reading', title: 'Closing the reading gap for disadvantaged pupils in Key Stage 2' },
  { id: 'attendance', title: 'Improving attendance', description: 'Fewer pupils persistently absent.' },
  { id: 'oracy', title: 'Early language and oracy' },
  { id: 'inclusion', title: 'SEND inclusion, behaviour and exclusions' },
  { id: 'maths', title: 'Maths mastery' },
  { id: 'transition', title: 'Transition from primary to secondary' },
  { id: 'staff', title: 'Teacher retention and workload' },
  { id: 'wellbeing', title: 'Mental health and wellbeing' },
];

const shown = (text: string, among = priorities): string[] =>
  suggest(text, among).flatMap(({ priorityId, suggested }) => (suggested ? [priorityId] : []));

/** Words of the field, of all English and of none, with what stands between them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(fieldWords).flatMap(({ sure }) => sure.split(/,\s+/))),
      fc.constantFrom(
        'the',
        'school',
        'Next steps',
        'Leaders should',
        'SEND',
        'PA',
        "pupils'",
        'Ünïcode',
        '👩‍🏫',
        '\n',
        '. ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));

describe('suggest', () => {
  it('answers once for each priority, best first, with words that the text has', () => {
    fc.assert(
      fc.property(anyText, fc.subarray(priorities), (text, some) => {
        const answers = suggest(text, some);
        expect(answers.map(({ priorityId }) => priorityId).sort()).toEqual(some.map(({ id }) => id).sort());
        const scores = answers.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const { score, suggested, reasons } of answers) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(reasons.length).toBeLessThanOrEqual(4);
          if (suggested) expect(reasons).not.toEqual([]);
          for (const reason of reasons) expect(text).toContain(reason);
        }
      }),
    );
  });

  it('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(suggest(text, priorities)).toEqual(suggest(text, priorities));
      }),
    );
  });

  it('takes what comes', () => {
    const odd = { id: 'x', title: '', description: null, thread: 3, state: 'agreed' };
    for (const text of ['', ' ', '\n\n', '…', '0', 'a'.repeat(50_000), 'reading '.repeat(20_000), '<script>']) {
      expect(suggest(text, [])).toEqual([]);
      expect(suggest(text, [odd, ...priorities]).length).toBe(9);
    }
    expect(suggest('', priorities).every(({ score, suggested }) => score === 0 && !suggested)).toBe(true);
    expect(suggest('constructor __proto__ toString', [{ id: '__proto__', title: 'constructor' }])).toHaveLength(1);
    // Nothing of these is what the types say; a record that an old client wrote must not stop a reader.
    const untyped = suggest as unknown as (...given: unknown[]) => unknown[];
    expect(untyped(undefined, [{ id: 'x' }])).toHaveLength(1);
  });

  it.each([
    ['Children learn phonics every day, so that they decode new words and become fluent readers.', ['reading']],
    [
      'Overall absence fell, but one pupil in five was persistently absent and missed a tenth of sessions.',
      ['attendance'],
    ],
    ['The SENCo reviews each EHCP with the family, and staff adapt lessons to meet pupils’ needs.', ['inclusion']],
    ['Suspensions rose by a fifth, and permanent exclusions for disruptive behaviour rose as well.', ['inclusion']],
    ['Pupils in Year 4 practise multiplication tables and learn to explain their mathematical reasoning.', ['maths']],
    ['Year 6 pupils visit their new secondary school twice, so that they settle quickly in Year 7.', ['transition']],
    ['Teachers are leaving the profession. Leaders should cut workload and offer flexible working.', ['staff']],
    ['More pupils report anxiety and low mood, and wait for months to see a counsellor from CAMHS.', ['wellbeing']],
    ['In Nursery, adults model spoken language and give children time to answer in conversation.', ['oracy']],
  ])('knows %s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    'The striker serves a three-match suspension, and his absence was felt in the transition from defence to attack.',
    'Please read the guidance in full and send us your feedback in writing before the end of the month.',
    'Transition between activities: have the glue sticks on the tables before pupils leave the carpet.',
    'Figures exclude independent schools and are excluded from the total where there were fewer than six.',
    'Energy firms suspended trading. Analysts said that the transition to net zero needs investment.',
    'The retention schedule says for how long the school may hold records of visitors.',
    'Preheat the oven and stir the butter into the flour until there is a number of fine crumbs.',
    'The school has 420 places. It is part of a trust and is led by an executive headteacher.',
    'Leaders should ensure that subject leaders in geography check what pupils know and remember.',
  ])('is silent on %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it('reads abbreviations as such, and the words of the same letters as words', () => {
    expect(shown('Provision for pupils with SEND is not yet good enough. SEND is a priority.')).toEqual(['inclusion']);
    expect(shown('We will send pupils a form. Send it back to the school.')).toEqual([]);
    // 'send to' and 'send in' are not meant, and this is neither.
    expect(shown('Leaders should help pupils with SEND to learn, and those with SEND in all classes.')).toEqual([
      'inclusion',
    ]);
    // News whose capitals were lost.
    expect(shown('support for pupils with send will be reformed and send training given to teachers')).toEqual([
      'inclusion',
    ]);
  });

  it('holds an inspection’s advice above its praise', () => {
    const praise = 'What is it like to attend this school?\nPupils attend well. They read widely and behave well.\n';
    const advice = (words: string) => `${praise}What does the school need to do to improve?\n${words}`;
    const absence = 'Too many pupils are persistently absent. Leaders should improve attendance.';
    expect(shown(advice(absence))).toEqual(['attendance']);
    const phonics = 'Some pupils fall behind in phonics. Leaders should ensure that these pupils catch up in reading.';
    expect(shown(advice(phonics))).toEqual(['reading']);
  });

  it('does not take the pupils in passing for the matter', () => {
    const text =
      'Persistent absence is too high, particularly for disadvantaged pupils and those with SEND. Attendance must improve.';
    expect(shown(text)).toEqual(['attendance']);
    const among = [{ id: 'poor', title: 'Disadvantaged pupils achieving well' }, ...priorities];
    expect(suggest('The pupil premium has not closed the gap for disadvantaged pupils.', among)[0]?.priorityId).toBe(
      'poor',
    );
  });

  it('says which words', () => {
    const [first] = suggest('Fewer pupils were persistently absent; fines had no effect on attendance.', priorities);
    expect(first?.reasons).toEqual(expect.arrayContaining(['persistently absent', 'attendance']));
  });

  it('understands what leaders call things', () => {
    const titles = [
      'In school, every day',
      'Every child a confident talker',
      'Keeping good teachers',
      'Happier young people',
    ];
    const ours = titles.map((title) => ({ id: title, title }));
    expect(shown('Persistent absence rose again and attendance fell.', ours)).toEqual([titles[0]]);
    expect(shown('Oracy: pupils learn to debate and to use talk to think.', ours)).toEqual([titles[1]]);
    expect(shown('One teacher in ten left the profession; recruitment targets were missed.', ours)).toEqual([
      titles[2],
    ]);
    expect(shown('Pupils with anxiety wait months for mental health support.', ours)).toEqual([titles[3]]);
  });

  it('takes a priority whose words the field’s list lacks by its own', () => {
    const beekeeping = [{ id: 'bees', title: 'Beekeeping for all' }, ...priorities];
    expect(
      shown(
        'Pupils at the school look after four hives. Beekeeping teaches patience; the beekeeping club is full.',
        beekeeping,
      ),
    ).toEqual(['bees']);
  });
});
