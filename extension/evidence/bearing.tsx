import { Member } from '../../shared/cluster/members.ts';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { Evidence as EvidenceKind } from '../../shared/evidence/evidence.ts';
import { tableWords } from '../../shared/evidence/table-words.ts';
import type { Record } from '../../shared/record.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import './bearing.css';
import { bearingOn } from './bearing-of.ts';

/** So many of each side are shown. */
const few = 3;

/** What the log holds for and against a priority: how much, and the newest of both sides. */
export function Bearing({ priority }: { priority: string }) {
  const { view } = useReplica();
  const seen = useLive(async () => {
    const [evidence, members] = await Promise.all([view.list(EvidenceKind), view.list(Member)]);
    const names = new Map(members.map(({ id, body }) => [id, body?.name ?? '']));
    return { bearing: bearingOn(evidence, priority), names };
  }, [priority]);
  if (!seen) return null;
  const { counts, supports, challenges } = seen.bearing;
  const total = counts.supports + counts.challenges + counts.context + counts.none;
  const other = counts.context + counts.none;
  return (
    <section class="stack" aria-labelledby={`bearing-${priority}`}>
      <h3 id={`bearing-${priority}`}>What the log says</h3>
      {total === 0 ? (
        <p class="soft">Nothing is tied to this priority yet. What you save can be, in one press.</p>
      ) : (
        <>
          {other > 0 && (
            <p class="soft small">
              {other} more {other === 1 ? 'entry gives' : 'entries give'} context.
            </p>
          )}
          <div class="bearing">
            <Side title="Challenges it" count={counts.challenges} newest={challenges} names={seen.names} />
            <Side title="Supports it" count={counts.supports} newest={supports} names={seen.names} />
          </div>
        </>
      )}
    </section>
  );
}

interface SideProps {
  title: string;
  count: number;
  newest: readonly (Record<Evidence> & { body: Evidence })[];
  names: ReadonlyMap<string, string>;
}

function Side({ title, count, newest, names }: SideProps) {
  return (
    <div class="stack tight">
      <h4>
        {title}: {count}
      </h4>
      {count === 0 && <p class="soft small">Nothing so far.</p>}
      <ul class="bearing-list">
        {newest.slice(0, few).map(({ id, body }) => (
          <li key={id}>
            {body.table ? (
              <span class="bearing-words">{tableWords(body.table)}</span>
            ) : (
              body.passages[0] && <span class="bearing-words">“{body.passages[0].exact}”</span>
            )}
            {body.note && <span class="bearing-words">{body.note}</span>}
            <span class="soft small">
              {names.get(body.by) || 'A member'} · <When at={body.at} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
