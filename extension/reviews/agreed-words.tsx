import type { Content } from '../../shared/reviews/content.ts';

/** Purpose and values, as they are published with a review: whoever signs it signs them too. */
export function PurposeAndValues({ content: { why, how } }: { content: Content }) {
  return (
    <>
      {why && (
        <section class="stack tight review-part" aria-label="Why we work together">
          <h4>Why we work together</h4>
          <p class="story-words">{why}</p>
        </section>
      )}
      {how.values.length > 0 && (
        <section class="stack tight review-part" aria-label="Our values">
          <h4>Our values</h4>
          {how.values.map(({ title, adopt, refuse }) => (
            <div key={title} class="stack tight">
              <p>
                <b>{title}</b>
              </p>
              <Lines label="What we do" lines={adopt} />
              <Lines label="What we do not tolerate" lines={refuse} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p class="soft small">{label}</p>
      <ul class="meeting-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** What was agreed of a priority, as it is published: what it is, why together, what is measured and contributed. */
export function AgreedOf({ content, thread }: { content: Content; thread: number }) {
  const its = content.what.find((one) => one.thread === thread);
  if (!its) return null;
  const contributions = its.indicators.flatMap(({ name, schools }) =>
    schools.flatMap(({ urn, stretch }) => {
      const school = content.schools.find((one) => one.urn === urn)?.name;
      return stretch?.contribution ? [`${name}, ${school}: ${stretch.contribution}`] : [];
    }),
  );
  const measured = its.indicators.map(({ name, about }) => (about ? `${name}: ${about}` : name));
  return (
    <>
      {its.description && <p class="story-words">{its.description}</p>}
      {its.alone && (
        <section class="stack tight review-part" aria-label={`Why no school can do it alone: ${its.title}`}>
          <h4>Why no school can do it alone</h4>
          <p class="story-words">{its.alone}</p>
        </section>
      )}
      <Lines label="What is measured" lines={measured} />
      <Lines label="What the partnership contributes" lines={contributions} />
    </>
  );
}
