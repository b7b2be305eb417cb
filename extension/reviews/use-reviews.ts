import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Cluster } from '../../shared/cluster/cluster-kind.ts';
import { Member } from '../../shared/cluster/member-kind.ts';
import type { Actor } from '../../shared/cluster/roles.ts';
import { School, speaksFor, takesPart } from '../../shared/cluster/schools.ts';
import { Priority } from '../../shared/priorities/priority-kind.ts';
import type { Record } from '../../shared/record.ts';
import { Edition } from '../../shared/reviews/edition-kind.ts';
import { Contact, Naming, Publicity } from '../../shared/reviews/public-kind.ts';
import { Question } from '../../shared/reviews/question-kind.ts';
import { Citation, Review, Section, SignOff } from '../../shared/reviews/review-kind.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

/** A record that is not erased. */
export type Whole<Body> = Record<Body> & { body: Body };

const kinds = {
  ...{ clusters: Cluster, schools: School, members: Member, priorities: Priority },
  ...{ publicities: Publicity, contacts: Contact, namings: Naming, questions: Question },
  ...{ reviews: Review, sections: Section, citations: Citation, signOffs: SignOff, editions: Edition },
};

/** Everything that the screens of publishing look at, as it is at one moment. */
export interface ReviewScene {
  me: Actor;
  cluster: Cluster | undefined;
  schools: Whole<School>[];
  members: Whole<Member>[];
  priorities: Whole<Priority>[];
  publicity: Whole<Publicity> | undefined;
  contacts: Whole<Contact>[];
  namings: Whole<Naming>[];
  questions: Whole<Question>[];
  reviews: Whole<Review>[];
  sections: Whole<Section>[];
  citations: Whole<Citation>[];
  signOffs: Whole<SignOff>[];
  editions: Whole<Edition>[];
  /** The address of the server, under which everything public stands. */
  address: string;
}

const whole = <Body>(records: readonly Record<Body>[]): Whole<Body>[] =>
  records.flatMap((one) => (one.body === null ? [] : [{ ...one, body: one.body }]));

/** Reads the scene, anew whenever something of it changes; `undefined` until it is there. */
export function useLiveReviews(): ReviewScene | undefined {
  const { view, sessions } = useReplica();
  return useLive(async () => {
    const [me, lists, session] = await Promise.all([view.actor(), view.lists(kinds), sessions.stored()]);
    if (!me) return undefined;
    return {
      ...{ me, cluster: lists.clusters[0]?.body ?? undefined, address: session?.address ?? '' },
      ...{ schools: whole(lists.schools), members: whole(lists.members), priorities: whole(lists.priorities) },
      ...{ publicity: whole(lists.publicities)[0], contacts: whole(lists.contacts), namings: whole(lists.namings) },
      ...{ questions: whole(lists.questions), reviews: whole(lists.reviews), sections: whole(lists.sections) },
      ...{ citations: whole(lists.citations), signOffs: whole(lists.signOffs), editions: whole(lists.editions) },
    };
  });
}

const Context = createContext<ReviewScene | undefined>(undefined);

/** Gives the screens below it the scene, read once for all. */
export const ReviewsProvider = Context.Provider;

/** What is on the scene. */
export function useReviews(): ReviewScene {
  const scene = useContext(Context);
  if (!scene) throw new Error('A screen stands outside ReviewsProvider');
  return scene;
}

/** A member as they are shown: 'You', a name, or 'A member'. */
export const nameOf = ({ me, members }: Pick<ReviewScene, 'me' | 'members'>, member: string): string =>
  member === me.member ? 'You' : members.find(({ id }) => id === member)?.body.name || 'A member';

/** The schools that take part, by name. */
export const schoolsHere = ({ schools }: Pick<ReviewScene, 'schools'>): Whole<School>[] =>
  schools.filter(takesPart).sort((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'));

/** The schools in whose name one may speak. */
export const schoolsOfMine = (scene: Pick<ReviewScene, 'me' | 'schools'>): Whole<School>[] =>
  schoolsHere(scene).filter((school) => speaksFor(scene.me, school));

/** The public address of the partnership's pages, or of one of them. */
export const publicLink = (scene: Pick<ReviewScene, 'address' | 'publicity'>, ...parts: string[]): string =>
  [scene.address.replace(/\/+$/, ''), scene.publicity?.body.slug ?? '', ...parts].join('/');
