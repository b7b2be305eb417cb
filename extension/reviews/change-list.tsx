import type { Change } from '../../shared/reviews/disclosure.ts';

/** What publishing changes or wants looked at, by kind, with why. */
const told: { [what in Change['what']]: { title: string; why: string } } = {
  withheld: {
    title: 'Small numbers, withheld',
    why: 'Fewer than six pupils might be recognised. The page says ‘withheld’.',
  },
  'withheld-with-it': {
    title: 'Withheld with them',
    why: 'A withheld number could be worked out from these, or from an earlier edition.',
  },
  shortened: {
    title: 'Quotations, shortened',
    why: 'What others wrote is quoted briefly, with its source, as their licence lets us.',
  },
  'name-removed': {
    title: 'Names, left out',
    why: 'These colleagues have not said that they may be named. The page says ‘a colleague’.',
  },
  look: {
    title: 'Please look at these',
    why: 'They may tell of one child, family or colleague. If so, word them anew before you publish.',
  },
};

const kinds = Object.keys(told) as Change['what'][];

/** Every change that makes a review safe to publish. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) {
    return <p>Nothing has to be withheld, shortened or left out: it is published as it stands.</p>;
  }
  return (
    <>
      {kinds.map((kind) => {
        const mine = changes.filter(({ what }) => what === kind);
        if (mine.length === 0) return null;
        return (
          <section key={kind} class="stack tight" aria-label={told[kind].title}>
            <h3>
              {told[kind].title}: {mine.length}
            </h3>
            <p class="soft small">{told[kind].why}</p>
            <ul class="change-list">
              {mine.map(({ key, where, before, after }) => (
                <li key={key} class="piece stack tight">
                  <span class="small soft">{where}</span>
                  {before !== undefined && (kind === 'look' ? <b>{before}</b> : <del>{before}</del>)}
                  {after !== undefined && <ins>{after}</ins>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
