import type { AccountPart } from '../../../shared/reviews/review-kind.ts';

type Account = { part: AccountPart; text: string }[];

const account = (promised: string, happened: string, notWorked: string, next: string): Account => [
  { part: 'promised', text: promised },
  { part: 'happened', text: happened },
  { part: 'not-worked', text: notWorked },
  { part: 'next', text: next },
];

export const summary =
  'More pupils read at the pace of their year in all three schools. Absence among the pupils who can least afford it has come down, though not for those who had already missed most. Pupils speak up more in Year 6, and in Year 7 only in two subjects. We say below what did not work, and what we shall do about it.';

export const together =
  'We met in each school in turn and returned every visit. Twice we found that one of us had kept a poor figure back until it was asked for; we have written down how we shall stop that. Families of pupils who are often absent were asked three times what would help. Pupils who have just arrived are still hardly heard in anything we gather.';

/** What the demo cluster says of each priority. */
export const accounts: { [key: string]: Account } = {
  reading: account(
    'Ten minutes of reading aloud, four days a week, in every Year 4 class of both primary schools, and in Year 7 for pupils who arrive reading slowly. Every teacher and assistant learns how to model it on one day together.',
    'Sessions were held on nine days in ten. In both primary schools more than six pupils in ten now read at the pace of their year. It was fewer than half when we began.\n\nHollowmere chose plays and speeches that eleven-year-olds wanted to read, and lent them to the primaries in the summer.',
    'In the spring two adults who listen were away for weeks, and we had nobody in their place: Thistledown’s figure fell. Paired reading did no good to pupils who read more slowly than their partner. We kept it for a term longer than we should have.',
    'Both primary schools change to echo reading. We train two more adults in each school before Christmas, so that nobody’s absence stops it. In June we look again at those who started in Year 3.',
  ),
  absence: account(
    'Somebody whom the family knows rings home after three days of absence, whatever the reason, and asks one question: what would make tomorrow easier?',
    'We made 231 calls and reached 188 families. A bus now leaves ten minutes earlier, since three heads asked for it in one letter. Fewer disadvantaged pupils are persistently absent in all three schools.',
    'It made no difference for pupils who had already missed a fifth of the year. The answer to a family came after nine days at the median: we had promised seven. We began in Year 3, and families with younger children were not rung.',
    'We ring from Reception on. Pupils who have missed a fifth get one named person and a plan for each week. The caller’s two afternoons are paid for until July, and we decide in March whether they go on.',
  ),
  talk: account(
    'Three routines for talk in every classroom of Year 6 and Year 7: a minute with a partner, ‘because’ before the next hand, and whoever has not spoken begins.',
    'Nearly half of the pupils in Year 6 now give a reason unasked, from fewer than a third. Ten visits between Year 6 and Year 7 took place, and each was returned.',
    'In Year 7 almost all of the change is in history and science. Pupils with help for speech and language left the room where the sentence had not been prepared with them. Supply teachers were not told of the routines at all.',
    'Mathematics and English begin in January, each with somebody from Year 6 in the room. A card with the three routines lies on each desk for whoever takes the lesson.',
  ),
};
