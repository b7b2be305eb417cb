/** @jsxImportSource hono/jsx */
import type { PublicReview } from '../../../shared/reviews/public-review.ts';

const Behaviours = ({ title, all }: { title: string; all: readonly string[] }) =>
  all.length > 0 ? (
    <div>
      <h4 class="short">{title}</h4>
      <ul class="dots mid">
        {all.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </div>
  ) : null;

/** What the schools hold each other to: by name, or with what it asks of them. */
export function Values({ values, words }: { values: PublicReview['how']['values']; words: boolean }) {
  if (values.length === 0) return null;
  if (!words) {
    return (
      <ul class="dots short">
        {values.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {values.map(({ title, adopt, refuse }) => (
        <div class="short">
          <h3>{title}</h3>
          <div class="two">
            <Behaviours title="What we do" all={adopt} />
            <Behaviours title="What we do not accept" all={refuse} />
          </div>
        </div>
      ))}
    </>
  );
}
