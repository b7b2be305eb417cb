import { useState } from 'preact/hooks';
import type { Named } from '../replica/evidence-naming.ts';
import { Button } from '../ui/button.tsx';
import { When } from '../ui/when.tsx';
import { SourceLink } from './source-link.tsx';
import { stanceWords } from './stance-words.ts';

/** So many are shown at first. */
const few = 5;

/** What the log has of a school, newest first, each with where it was read. */
export function NamingList({ naming }: { naming: readonly Named[] }) {
  const [all, setAll] = useState(false);
  return (
    <div class="stack">
      <ul class="stack">
        {(all ? naming : naming.slice(0, few)).map(({ id, body }) => {
          const [passage] = body.passages;
          return (
            <li key={id} class="stack tight">
              {passage && <p class="place-words">“{passage.exact}”</p>}
              {body.note && <p class="place-words">{body.note}</p>}
              <p class="small soft">
                <When at={body.at} />
                {body.stance && ` · ${stanceWords[body.stance]}`}
              </p>
              {body.source && <SourceLink source={body.source} place={passage && { entry: id, passage }} />}
            </li>
          );
        })}
      </ul>
      {!all && naming.length > few && (
        <div class="row">
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {naming.length}
          </Button>
        </div>
      )}
    </div>
  );
}
