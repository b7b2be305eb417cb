import { goesWhole, type Redactable } from '../../shared/cluster/redact.ts';

const written = 'What was written of it is emptied, earlier wordings too.';

const ofKind: { [kind in Redactable]?: string } = {
  evidence: 'All of it is emptied, its pictures and earlier wordings too. That something stood here stays.',
  priority:
    'All that it says is emptied: its title, its reasons, what is planned, what was learned. Its figures, what schools noticed, and its evidence stay.',
  value: 'All of it is emptied, earlier wordings too. That something stood here stays.',
  followed: 'The name, the address and the reason are emptied. That something stood here stays.',
  tag: 'Its name and what it means are emptied. What was tagged keeps its words.',
  search: 'Its name and what it looks for are emptied. That something stood here stays.',
  purpose: 'The words are emptied. That it was worded, and who affirmed it, stays.',
  rules: 'The words are emptied. That they were worded, and who accepted them, stays.',
  noticing: 'What was noticed is emptied, earlier wordings too. That the school noticed something stays.',
  agreement: 'The reason is emptied. That the school objected stays.',
  indicator: 'Its name, whom it is about and the name of its source are emptied. Its figures stay.',
  reading: 'The note and the name of the source are emptied. The figure stays.',
  target: 'What the partnership contributes is emptied. The target stays.',
  school: 'The reason is emptied. That the school takes no part stays.',
  weighing: 'The reason and the ‘so what’ are emptied. How it was weighed stays.',
  response: 'What was said is emptied, earlier wordings too. That something was said stays.',
  activity: `Its title and focus are emptied. ${written} When it was, which schools took part, and its evidence stay.`,
  cycle: `Its question is emptied. ${written} Its evidence, and how it was decided, stay.`,
  trial: `${written} That the school tried something stays.`,
  meeting: 'Its title and notes are emptied. When it was, and what was decided there, stays.',
  decision: `${written} That something was decided, by when and for whom, stays.`,
};

/** What goes where words are removed, and what stays: said before it is done. */
export const goesWords = (kind: Redactable): string =>
  ofKind[kind] ??
  (goesWhole(kind)
    ? 'All of it is emptied, its pictures and earlier wordings too. That something stood here stays.'
    : 'The words are emptied, and so are earlier wordings. What they stood with stays.');
