import { can } from '../../shared/cluster/roles.ts';
import { type Gathering, letGoEvidence } from '../../shared/cycles/gathering.ts';
import { pieceWords } from '../../shared/cycles/meeting-text.ts';
import { isWithdrawn } from '../../shared/evidence/evidence.ts';
import type { Record } from '../../shared/record.ts';
import { ImageView } from '../evidence/image-view.tsx';
import { stanceWords } from '../evidence/stance-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { deed, useAct } from '../ui/use-act.ts';
import { useLive } from '../ui/use-live.ts';
import { When } from '../ui/when.tsx';
import { cycleAdvice } from './cycle-words.ts';
import { nameOf, useCycles } from './use-cycles.ts';

interface PiecesProps {
  gathered: readonly (Record<Gathering> & { body: Gathering })[];
  /** Whether they may be let go again. */
  open: boolean;
}

/** Evidence that was gathered in a cycle or an activity. */
export function Pieces({ gathered, open }: PiecesProps) {
  const { view } = useReplica();
  const scene = useCycles();
  const task = useAct();
  const ids = gathered.map(({ body }) => body.evidence);
  const entries = useLive(() => view.these(ids), [ids.join()]);
  if (!entries || gathered.length === 0) return null;
  const letGo = async (id: string, rev: number) => {
    if ((await task.run([deed(letGoEvidence, { id, rev })]))?.ok) announce('Let go. It stays in the log.');
  };
  return (
    <>
      {task.problem && <Alert>{cycleAdvice(task.problem)}</Alert>}
      <ul class="cycle-list">
        {gathered.map(({ id, rev, body: { evidence } }) => {
          const body = entries.get(evidence)?.record.body;
          const words = body ? pieceWords(body) : 'A piece that was erased';
          return (
            <li key={id} class="piece stack tight">
              <span class="story-words">{words}</span>
              {body?.image && <ImageView image={body.image} />}
              {body && (
                <span class="soft small">
                  {[body.stance && stanceWords[body.stance], body.source?.title, isWithdrawn(body) && 'withdrawn']
                    .filter(Boolean)
                    .map((one) => `${one} · `)}
                  {nameOf(scene, body.by)} · <When at={body.at} />
                </span>
              )}
              {open && can(scene.me, letGoEvidence.capability) && (
                <span class="no-print">
                  <Button look="quiet" label={`Let it go: ${words}`} onPress={() => letGo(id, rev)}>
                    Let it go
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
