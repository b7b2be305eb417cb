import { useEffect, useRef, useState } from 'preact/hooks';
import { type Evidence, editEvidence, type Stance } from '../../shared/evidence/evidence.ts';
import { ok } from '../../shared/problem.ts';
import type { Record } from '../../shared/record.ts';
import { PriorityChoices } from '../priorities/priority-choices.tsx';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useTask } from '../ui/use-task.ts';
import { type Changes, changesOf } from './changes.ts';
import './edit-entry.css';
import { Guard, isStopped } from './guard.tsx';
import { useSurroundings } from './log-context.ts';
import { noteHint } from './note-hint.ts';
import type { Texts } from './pupil-finds.ts';
import { refusalAdvice } from './refusal-advice.ts';
import { StanceChoice } from './stance-choice.tsx';
import { TagField, withTag } from './tag-field.tsx';

interface EditEntryProps {
  /** The entry as it is now; an edit names the `rev` that its author saw when the form opened. */
  entry: Record<Evidence>;
  /** A refused change to begin from, and the outbox group that the new one takes the place of. */
  begun?: Changes;
  replaces?: string;
  onDone: () => void;
}

/** What its author thinks of an entry, to be changed in place. The words of the page stay as they were read. */
export function EditEntry({ entry, begun, replaces, onDone }: EditEntryProps) {
  const { outbox } = useReplica();
  const { priorities, knownTags } = useSurroundings();
  // What is edited is what was there when the form was opened: a change that comes meanwhile is for a person to weigh.
  const [seen] = useState(entry);
  const now = { ...seen.body, ...begun };
  const [note, setNote] = useState(now.note ?? '');
  const [tags, setTags] = useState({ tags: now.tags ?? [], tag: '' });
  const [upnOut, setUpnOut] = useState(false);
  const [kept, setKept] = useState<string[]>([]);
  const [asked, setAsked] = useState(0);
  const [chosen, setChosen] = useState(now.priorities ?? []);
  const [stance, setStance] = useState<Stance | null>(now.stance ?? null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const saving = useTask(async () => {
    const words = { note: note.trim(), tags: withTag(tags.tags, tags.tag), priorities: chosen, stance };
    const changes = seen.body ? changesOf(seen.body, words) : {};
    if (Object.keys(changes).length === 0 && !replaces) return ok(null);
    return outbox.act(editEvidence, { id: seen.id, rev: seen.rev, ...changes }, replaces);
  });
  const save = async (keeping = kept) => {
    if (isStopped({ note, ...tags, kept: keeping })) return setAsked(asked + 1);
    const done = await saving.run(undefined);
    if (!done?.ok) return;
    if (done.value) announce('Saved on this device');
    onDone();
  };
  return (
    <form
      class="stack edit-entry"
      aria-label="Edit this entry"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onDone();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        // A card in hand listens for the same keys.
        event.stopPropagation();
        void save();
      }}
    >
      <TextArea label="So what for us?" hint={noteHint} value={note} onValue={setNote} rows={3} maxLength={10_000} />
      <PriorityChoices priorities={priorities} chosen={chosen} onChosen={setChosen} />
      <StanceChoice stance={stance} onStance={setStance} />
      <TagField tags={tags.tags} half={tags.tag} known={knownTags} onChange={setTags} />
      <Guard
        texts={{ note, ...tags }}
        kept={kept}
        upnOut={upnOut}
        asked={asked}
        onTexts={(texts: Texts, upn) => {
          if (upn) setUpnOut(true);
          setNote(texts.note ?? '');
          setTags({ tags: texts.tags ?? [], tag: texts.tag ?? '' });
        }}
        onKept={(keys) => {
          setKept([...kept, ...keys]);
          if (asked > 0) void save([...kept, ...keys]);
        }}
      />
      {saving.problem && <Alert>{refusalAdvice(saving.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={saving.busy}>
          Save changes
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
