import { type School, takesPart } from '../cluster/schools.ts';
import type { Record } from '../record.ts';
import type { Edition } from './edition-kind.ts';
import { known } from './known.ts';
import type { Contact, Publicity } from './public-kind.ts';

/** What tells whether anyone may ask. */
export interface AskingLists {
  schools: readonly Record<School>[];
  contacts: readonly Record<Contact>[];
  publicities: readonly Record<Publicity>[];
  editions: readonly Record<Edition>[];
}

/** Schools that take part and have not said whom to reach when worried about a child. */
export const withoutContact = ({ schools, contacts }: Pick<AskingLists, 'schools' | 'contacts'>): Record<School>[] =>
  known(schools).filter((school) => takesPart(school) && !contacts.some(({ id, body }) => id === school.id && body));

/** Whether something that was published stands there still. */
export const isPublished = ({ editions }: Pick<AskingLists, 'editions'>): boolean =>
  known(editions).some(({ body }) => !body.withdrawn);

/**
 * Whether anyone may ask: about something that is published, and where whoever is worried about a child reads whom to
 * reach instead.
 */
export function takesQuestions(lists: AskingLists): boolean {
  const publicity = known(lists.publicities)[0]?.body;
  const wanted = publicity?.state === 'ours' && publicity.questions !== false;
  return wanted && isPublished(lists) && withoutContact(lists).length === 0;
}
