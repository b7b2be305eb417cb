import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { gatherEvidence, gatheredIn } from '../../shared/cycles/gathering.ts';
import { pieceWords } from '../../shared/cycles/meeting-text.ts';
import { newId } from '../../shared/ids.ts';
import { useLogIndex } from '../evidence/use-log-index.ts';
import { findInLog } from '../replica/find-in-log.ts';
import { noFilter } from '../replica/log-filter.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import { cycleAdvice } from './cycle-words.ts';
import { nameOf, useCycles } from './use-cycles.ts';

interface GatherProps {
  in: { kind: 'cycle' | 'activity'; id: string };
  /** At which stage of a cycle it is gathered. */
  stage?: 'plan' | 'act' | 'observe' | 'reflect';
}

/** So many are offered at once; more words find fewer. */
const most = 8;

/** A way to add evidence from the log, found by its words. */
export function Gather(props: GatherProps) {
  const { me } = useCycles();
  if (!can(me, gatherEvidence.capability)) return null;
  return (
    <div class="no-print">
      <Disclosure summary="Add evidence from the log">
        <Chooser {...props} />
      </Disclosure>
    </div>
  );
}

function Chooser({ in: within, stage }: GatherProps) {
  const { view } = useReplica();
  const scene = useCycles();
  const [words, setWords] = useState('');
  const log = useLogIndex(true);
  const task = useAct();
  const taken = new Set(gatheredIn(scene.gatherings, within).map(({ body }) => body.evidence));
  const looking = { filter: { ...noFilter, words }, kept: new Set<string>(), schoolsOf: () => [] };
  const found = log ? findInLog(log, looking).filter(({ id, state }) => state !== 'erased' && !taken.has(id)) : [];
  const ids = found.slice(0, most).map(({ id }) => id);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  const gather = async (evidence: string) => {
    const body = { id: newId(), in: within, evidence, ...(stage && { stage }) };
    if ((await task.run([deed(gatherEvidence, body)]))?.ok) announce('Added');
  };
  return (
    <div class="stack">
      <Field
        label="Words in it"
        hint="Of the quote, the note, the source or a tag. The newest come first."
        value={words}
        onValue={setWords}
      />
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      {log && found.length === 0 && (
        <p class="soft small">{words.trim() ? 'Nothing else has these words.' : 'Nothing else is in the log yet.'}</p>
      )}
      <ul class="cycle-list">
        {ids.map((id) => {
          const body = entries?.get(id)?.record.body;
          if (!body) return null;
          const said = pieceWords(body);
          return (
            <li key={id} class="piece stack tight">
              <span>{said}</span>
              <span class="soft small">
                {nameOf(scene, body.by)} · <When at={body.at} />
              </span>
              <span>
                <Button label={`Add it: ${said}`} onPress={() => gather(id)}>
                  Add it
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {found.length > most && <p class="soft small">{found.length - most} more. Type more words to find them.</p>}
    </div>
  );
}
