import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskExport } from '../../shared/cluster/export.ts';
import { ok } from '../../shared/problem.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { saveFile } from '../ui/save-file.ts';
import { useTask } from '../ui/use-task.ts';
import { ReachProblem } from './reach-problem.tsx';
import { counted } from './wording.ts';

interface ExportButtonProps extends Pick<AskExport, 'about' | 'id'> {
  /** Whose, for the file. */
  name: string;
  children: string;
}

const explained = [
  'Everything that the cluster keeps of whom this file is about.',
  'records: what they wrote or that names them, each with everything that was done to it (history). A body of null was erased.',
  'log: what they did besides, or what was done that names them.',
  'images: pictures by the name under which records have them.',
  'Times (at, made, joined …) are milliseconds since 1 January 1970, UTC.',
];

const fileName = (name: string) =>
  `goldthread-${
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'export'
  }.json`;

/** Takes everything of somebody or of a school along, as a file. It can be stopped. */
export function ExportButton({ about, id, name, children }: ExportButtonProps) {
  const { exports } = useReplica();
  const [things, setThings] = useState(0);
  const under = useRef<AbortController>(null);
  const [stopped, setStopped] = useState(false);
  const task = useTask(async () => {
    const stop = new AbortController();
    under.current = stop;
    setStopped(false);
    setThings(0);
    const all = await exports.everything({ about, id }, setThings, stop.signal);
    if (stop.signal.aborted) {
      setStopped(true);
      return ok(null);
    }
    if (!all.ok) return all;
    const file = { about: { [about]: id, name }, made: new Date().toISOString(), explained, ...all.value };
    saveFile(JSON.stringify(file, null, 2), fileName(name), 'application/json');
    announce('Saved among your downloads');
    return ok(null);
  });
  // Whoever goes elsewhere wants it no longer.
  useEffect(() => () => under.current?.abort(), []);
  return (
    <div class="stack tight">
      <div class="row">
        <Button busy={task.busy} onPress={() => task.run(undefined)}>
          {children}
        </Button>
        {task.busy && (
          <Button look="quiet" onPress={() => under.current?.abort()}>
            Stop
          </Button>
        )}
      </div>
      <p role="status" class="soft small region">
        {task.busy ? `${counted(things, 'thing', 'things')} so far …` : stopped ? 'Stopped. Nothing was saved.' : ''}
      </p>
      {task.problem && <ReachProblem problem={task.problem} />}
    </div>
  );
}
