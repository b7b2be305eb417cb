import type { Role } from '../../shared/cluster/roles.ts';

/** What a role is called in a sentence: 'a head'. */
export const aRole: { [role in Role]: string } = {
  coordinator: 'a coordinator',
  head: 'a head',
  leader: 'a leader',
  observer: 'an observer',
};

/** What a role is called in a list, and what it may do. */
export const roleWords: { [role in Role]: { name: string; means: string } } = {
  leader: { name: 'Leader', means: 'saves and proposes' },
  head: { name: 'Head', means: 'saves, proposes, adds schools' },
  coordinator: { name: 'Coordinator', means: 'all of that, and invites people' },
  observer: { name: 'Observer', means: 'reads along' },
};

/** What a role may do, as a sentence of its own. */
export const roleDoes: { [role in Role]: string } = {
  leader: 'Saves evidence, proposes priorities and enters figures.',
  head: 'Saves and proposes, and speaks for the school: agrees, objects, affirms.',
  coordinator: 'Looks after the cluster: invites people, and can change and remove what stands in it.',
  observer: 'Reads along.',
};

/** The roles to choose from, each with what it may do. */
export const roleOptions = (Object.keys(roleWords) as Role[]).map((value) => ({
  value,
  label: `${roleWords[value].name}: ${roleWords[value].means}`,
}));

/** Names in a sentence: 'A, B and C'. */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** A number of things: '1 entry', '3 entries'. */
export const counted = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** A word with a capital, as a title. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
