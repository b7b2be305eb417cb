import { useId, useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { type Evidence, stances } from '../../shared/evidence/evidence.ts';
import { strengths, type Weighing, weighEvidence } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import { announce } from '../ui/announce.tsx';
import { attempt } from '../ui/attempt.ts';
import { Button } from '../ui/button.tsx';
import { Alert } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { useKept } from '../ui/use-kept.ts';
import { useTask } from '../ui/use-task.ts';
import { Key, KeyButton } from './key-button.tsx';
import { useSurroundings } from './log-context.ts';
import { stanceWords } from './stance-words.ts';
import { TagField } from './tag-field.tsx';
import { useKeys } from './use-keys.ts';
import { draftFrom, draftPlace, lacksOf, type WeighDraft, weighingFrom } from './weigh-draft.ts';
import { strengthWords } from './weigh-words.ts';

/** What was saved, and how it was written, for whoever wants it back. */
export interface Weighed {
  id: string;
  group: string | undefined;
  evidence: string;
  draft: WeighDraft;
}

interface WeighFormProps {
  piece: Record<Evidence> & { body: Evidence };
  /** What one said of it before. */
  mine: Weighing | undefined;
  /** Whether single keys work here. */
  keys: boolean;
  onSaved: (weighed: Weighed) => void;
}

const stanceKeys = { supports: 's', challenges: 'c', context: 'o' } as const;

/** Weighs one piece: whether it is relevant, how strong it is, what it says, and so what for us. */
export function WeighForm({ piece, mine, keys, onSaved }: WeighFormProps) {
  const replica = useReplica();
  const { me, knownTags } = useSurroundings();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, keep, forget] = useKept(draftPlace(piece.id), draftFrom(mine));
  const [tried, setTried] = useState(false);
  const change = (more: Partial<WeighDraft>) => keep({ ...draft, ...more });
  const task = useTask(async () => {
    const body = weighingFrom(draft, piece.id, piece.body.wording ?? 0);
    const done = await attempt(replica, weighEvidence, body);
    return done.ok
      ? { ok: true as const, value: { id: body.id, group: (done.value as { group?: string }).group } }
      : done;
  });
  const lacks = lacksOf(draft);
  const focus = (selector: string) => {
    // After what was pressed is drawn.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  const save = async () => {
    setTried(true);
    if (lacks) return focus(lacks === 'reason' ? '.weigh-reason textarea' : '.weigh-relevant button');
    const done = await task.run(undefined);
    if (!done?.ok) return;
    forget();
    announce('Weighed, and saved on this device');
    onSaved({ ...done.value, evidence: piece.id, draft });
  };
  const aside = () => {
    change({ relevant: draft.relevant === false ? null : false });
    if (draft.relevant !== false) focus('.weigh-reason textarea');
  };
  // Whoever says how strong something is has found it worth a look.
  const relevantAnyway = draft.relevant === null ? { relevant: true } : {};
  const choose = {
    relevant: () => change({ relevant: draft.relevant === true ? null : true }),
    strength: (one: (typeof strengths)[number]) =>
      change(draft.strength === one ? { strength: null } : { ...relevantAnyway, strength: one }),
    stance: (one: (typeof stances)[number]) =>
      change(draft.stance === one ? { stance: null } : { ...relevantAnyway, stance: one }),
  };
  useKeys(
    {
      r: choose.relevant,
      a: aside,
      ...Object.fromEntries(strengths.map((one, i) => [String(i + 1), () => choose.strength(one)])),
      ...Object.fromEntries(stances.map((one) => [stanceKeys[one], () => choose.stance(one)])),
      t: () => focus('.weigh-tags input'),
      w: () => focus('.weigh-so-what textarea'),
      Enter: save,
    },
    keys,
  );
  const k = (key: string) => (keys ? key : undefined);
  const reason = me && !can(me, weighEvidence.capability) ? 'Observers read along; others weigh.' : undefined;
  return (
    <form
      class="stack weigh-form"
      aria-label="Weigh it"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
    >
      <fieldset class="group weigh-relevant">
        <legend>Does it bear on what we do?</legend>
        <div class="key-options">
          <KeyButton of={k('r')} pressed={draft.relevant === true} onPress={choose.relevant}>
            Relevant
          </KeyButton>
          <KeyButton of={k('a')} pressed={draft.relevant === false} onPress={aside}>
            Set aside
          </KeyButton>
        </div>
        {tried && lacks === 'relevant' && <span class="field-problem">Say whether it is relevant.</span>}
      </fieldset>
      {draft.relevant === false && (
        <div class="weigh-reason">
          <TextArea
            label="Why is it set aside?"
            value={draft.reason}
            onValue={(words) => change({ reason: words })}
            rows={2}
            maxLength={1000}
            problem={tried && lacks === 'reason' ? 'A few words, so that others understand.' : undefined}
          />
        </div>
      )}
      <div class="weigh-so-what">
        <TextArea
          label="So what for us?"
          hint={
            keys ? (
              <>
                What could we do, stop or ask? <Key of="w" />
              </>
            ) : (
              'What could we do, stop or ask?'
            )
          }
          value={draft.soWhat}
          onValue={(soWhat) => change({ soWhat })}
          rows={4}
          maxLength={4000}
        />
      </div>
      <fieldset class="group">
        <legend>How far can it be trusted?</legend>
        <ul class="weigh-strengths">
          {strengths.map((one, i) => (
            <li key={one}>
              <KeyButton of={k(String(i + 1))} pressed={draft.strength === one} onPress={() => choose.strength(one)}>
                {strengthWords[one].name}
              </KeyButton>
              <span class="soft small">{strengthWords[one].means}</span>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset class="group">
        <legend>What does it say to the priority?</legend>
        <div class="key-options">
          {stances.map((one) => (
            <KeyButton
              key={one}
              of={k(stanceKeys[one])}
              pressed={draft.stance === one}
              onPress={() => choose.stance(one)}
            >
              {stanceWords[one]}
            </KeyButton>
          ))}
        </div>
      </fieldset>
      <div class="weigh-tags">
        <TagField tags={draft.tags} half={draft.tag} known={knownTags} onChange={change} />
      </div>
      {task.problem && <Alert>{sentenceFor(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" look="main" busy={task.busy} reason={reason}>
          Save the weighing
        </Button>
        <span class="soft small" id={`${id}-keys`}>
          {keys ? 'Enter, or Ctrl+Enter while typing' : 'Ctrl+Enter'}
        </span>
      </div>
    </form>
  );
}
