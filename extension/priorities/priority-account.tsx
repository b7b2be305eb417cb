import { type Priority, strands } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { When } from '../ui/when.tsx';
import { dayInWords, dayOf, isSoon, strandWords } from './priority-words.ts';
import { nameAmid, useScene } from './scene.ts';

/** What a priority says: why together, when, what is planned, and how it ended. */
export function PriorityAccount({ priority: { body } }: { priority: Record<Priority> & { body: Priority } }) {
  const scene = useScene();
  const { description, alone, plans = {}, starts, review, state, adopted, closed, dropped } = body;
  const planned = strands.filter((strand) => plans[strand]?.plan || plans[strand]?.who);
  const open = state === 'proposed' || state === 'agreed';
  return (
    <>
      {closed && (
        <section class="notice" aria-label="What came of it">
          <h2>What was learned</h2>
          <p class="written">{closed.learned}</p>
          <h2>What is kept</h2>
          <p class="written">{closed.kept}</p>
          <p class="small soft">
            Closed <When at={closed.at} />
          </p>
        </section>
      )}
      {state === 'dropped' && dropped && (
        <div class="notice">
          <p>
            Dropped <When at={dropped.at} />: {dropped.reason}
          </p>
        </div>
      )}
      <p class="small soft">
        Proposed by {nameAmid(scene, body.by)}, <When at={body.at} />
        {body.agreed && !adopted && (
          <>
            {' '}
            · agreed <When at={body.agreed} />
          </>
        )}
        {adopted && ` · agreed on ${dayInWords(adopted.on)}, minuted in: ${adopted.minuted}`}
      </p>
      {description && <p class="written">{description}</p>}
      <section class="stack tight" aria-labelledby="alone-title">
        <h2 id="alone-title">Why together</h2>
        {alone ? (
          <p class="written">{alone}</p>
        ) : (
          <p class="soft">
            It does not say yet why no school could achieve it alone.
            {open && ' It will be needed before the schools can agree.'}
          </p>
        )}
      </section>
      {(starts || review) && (
        <p>
          {starts && `Starts ${dayInWords(starts)}`}
          {starts && review && ' · '}
          {review && `${starts ? 'to' : 'To'} be reviewed ${dayInWords(review)}`}
          {review && isSoon(starts || dayOf(body.at), review) && (
            <span class="soft small"> Change takes two to four years; this is sooner.</span>
          )}
        </p>
      )}
      {planned.length > 0 && (
        <section class="stack tight" aria-labelledby="plans-title">
          <h2 id="plans-title">What is planned</h2>
          <dl class="plans">
            {planned.map((strand) => (
              <div key={strand}>
                <dt>{strandWords[strand].name}</dt>
                <dd class="written">{plans[strand]?.plan}</dd>
                {plans[strand]?.who && <dd class="soft small">{plans[strand]?.who}</dd>}
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
