import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { openLog } from '../platform/tabs.ts';
import { getMeta } from '../replica/database.ts';
import { Announcer } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { useLive } from '../ui/use-live.ts';
import { FrameNotices } from './frame-notices.tsx';
import { NotJoined } from './not-joined.tsx';
import './panel.css';
import { Removed } from './removed.tsx';
import { standingWords } from './standing-words.ts';
import type { UnsentText } from './use-unsent.ts';
import { useWhereabouts } from './use-whereabouts.ts';
import { capital } from './wording.ts';

interface PanelProps {
  log: Tab;
  /** The second tab's screen. It is named after the word that the partnership uses for itself. */
  cluster: ComponentChildren;
  unsentText: UnsentText;
}

/** The panel's frame: whose it is, how it stands, and its two tabs. */
export function Panel({ log, cluster, unsentText }: PanelProps) {
  const here = useWhereabouts();
  const [tab, setTab] = useState(0);
  useCaptures(() => {
    setTab(0);
    scrollTo({ top: 0 });
  });
  if (!here) return null;
  const { session, standing } = here;
  if (standing.closed === 'revoked') return <Removed unsentText={unsentText} />;
  if (!session) return <NotJoined />;
  const word = capital(here.cluster?.word ?? 'cluster');
  return (
    <>
      <header class="panel-header">
        <div class="row">
          <h1>{here.cluster?.name ?? 'Goldthread'}</h1>
          {here.cluster?.demo && <span class="panel-demo">Demonstration</span>}
          <span class="panel-gap" />
          <Button look="quiet" onPress={() => openLog(tab === 0 ? 'evidence' : 'people')}>
            Open in a tab
          </Button>
        </div>
        <div role="status" class="region soft small">
          {standingWords(standing).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      </header>
      <main>
        <FrameNotices here={here} />
        <Tabs label="Views" chosen={tab} onChosen={setTab} tabs={[log, { name: word, screen: cluster }]} />
      </main>
      <Announcer />
    </>
  );
}

/** Tells when something was captured while the panel was open: whatever is shown then, that is what is meant now. */
function useCaptures(tell: () => void): void {
  const { db } = useReplica();
  const at = useLive(() =>
    getMeta(db, 'capture').then((captured) =>
      getMeta(db, 'clickedFigure').then((clicked) => Math.max(captured?.at ?? 0, clicked?.at ?? 0)),
    ),
  );
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== undefined && before.current !== at) tell();
    before.current = at;
  }, [at]);
}
