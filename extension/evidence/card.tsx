import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { saveEvidence } from '../../shared/evidence/evidence.ts';
import { addressIn } from '../../shared/evidence/pasted.ts';
import { Priority } from '../../shared/priorities/priority-kind.ts';
import { ok } from '../../shared/problem.ts';
import { PriorityChoices } from '../priorities/priority-choices.tsx';
import { usePriorities } from '../priorities/use-priorities.ts';
import type { Draft } from '../replica/database.ts';
import type { Saved } from '../replica/saving.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { Alert, Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { useReplica } from '../ui/replica.ts';
import { TextArea } from '../ui/text-area.tsx';
import { ThreadEdge } from '../ui/thread-edge.tsx';
import { useLive } from '../ui/use-live.ts';
import { type Outcome, useTask } from '../ui/use-task.ts';
import { bodyOf } from './body-of.ts';
import './card.css';
import { isPdfAddress } from '../platform/pdf-address.ts';
import { Clipped } from './clipped.tsx';
import { noteHint } from './note-hint.ts';
import { CardPassages } from './passages.tsx';
import type { Texts } from './pupil-finds.ts';
import { refusalAdvice } from './refusal-advice.ts';
import { SourceLink } from './source-link.tsx';
import { StanceChoice } from './stance-choice.tsx';
import { TagField } from './tag-field.tsx';
import { useDraft } from './use-draft.ts';

interface CardProps {
  draft: Draft;
  knownTags: readonly string[];
  /** It is in the outbox, on disk. */
  onSaved: (saved: Saved) => void;
  onDiscarded: (draft: Draft) => void;
}

const withoutPage = () => import('./without-page.tsx').then(({ WithoutPage }) => WithoutPage);
const pasteFields = () => import('./paste-fields.tsx').then(({ PasteFields }) => PasteFields);
const seenFields = () => import('./seen-fields.tsx').then(({ SeenFields }) => SeenFields);
const guard = () => import('./guard.tsx');
const guardView = () => guard().then(({ Guard }) => Guard);
const suggesting = () => import('./suggesting.tsx').then(({ Suggesting }) => Suggesting);
const tagIdeas = () => import('./tag-ideas.tsx').then(({ TagIdeas }) => TagIdeas);
const savesOnKey = navigator.platform.startsWith('Mac') ? '⌘ Enter' : 'Ctrl + Enter';

/** The card in hand: what was read, and what its reader makes of it. */
export function Card({ draft, knownTags, onSaved, onDiscarded }: CardProps) {
  const { drafts, saving, view } = useReplica();
  const priorities = usePriorities();
  const me = useLive(() => view.me());
  const { card, change, settled, full } = useDraft(draft);
  const self = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const [reasons, setReasons] = useState<{ [priority: string]: string }>();
  const chosen = priorities?.filter(({ id }) => card.priorities.includes(id)) ?? [];
  const { what, passages } = bodyOf(card, []);
  const wordless = card.note.trim() === '' && passages.length === 0 && !card.table && (!what || what === 'seen');

  /** Closes the card to the keyboard at the very moment of its end: nothing that anyone sees typed is left out. */
  const end = async <T,>(work: (newest: Draft) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const newest = await settled();
    const form = self.current;
    if (form) form.inert = true;
    const done = await work(newest).catch((error: unknown) => {
      if (form) form.inert = false;
      throw error;
    });
    if (form) form.inert = done.ok;
    return done;
  };
  const [asked, setAsked] = useState(0);
  const task = useTask(() =>
    end(async (given) => {
      const { isStopped, withoutUpns } = await guard();
      const newest = withoutUpns(given);
      if (isStopped(newest)) return { ok: false, problem: { code: stopped } };
      return saving.save(newest, bodyOf(newest, await view.list(Priority)));
    }),
  );
  const reason =
    me && !can(me.actor, saveEvidence.capability)
      ? observerReason
      : card.pasted && isNoLink(card.pasted.url)
        ? linkReason
        : wordless
          ? card.pasted
            ? pastelessReason
            : wordlessReason
          : card.image?.alt.trim() === ''
            ? altReason
            : undefined;
  const save = async () => {
    if (reason !== undefined) return;
    const done = await task.run(undefined);
    if (done?.ok) onSaved(done.value);
    else if (done?.problem.code === stopped) setAsked(asked + 1);
  };
  const discard = () =>
    end(async (newest) => {
      await drafts.discard(newest.id);
      onDiscarded(newest);
      return ok(null);
    });

  // The newest `save` for a listener that stays.
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const gone = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      // Another form has its own way to be sent, and a card behind another tab is not what is meant.
      if ((form && form !== self.current) || !self.current?.checkVisibility()) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener('keydown', onKey, { signal: gone.signal });
    return () => gone.abort();
  }, []);
  // A card that arrives while nobody is doing anything else here can be written on at once.
  useEffect(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at.tabIndex < 0) note.current?.focus();
  }, []);

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save();
  };
  return (
    <form class="card" aria-label="Card in hand" onSubmit={onSubmit} ref={self}>
      <ThreadEdge threads={chosen} />
      {card.pasted ? (
        <Later
          load={pasteFields}
          props={{ pasted: card.pasted, onPasted: (pasted: Draft['pasted']) => pasted && change({ pasted }) }}
        />
      ) : (
        <div class="stack tight">
          {card.what !== 'seen' && <Clipped clip={card} />}
          <CardPassages card={draft} />
          {card.source && <SourceLink source={card.source} />}
          {isWithoutPage(card) && <Later load={withoutPage} props={{ url: card.source?.url ?? '' }} />}
        </div>
      )}
      {card.image && (
        <TextArea
          label="What the picture shows"
          hint="For colleagues who do not see it."
          value={card.image.alt}
          onValue={(alt) => card.image && change({ image: { ...card.image, alt } })}
          rows={2}
          maxLength={1000}
        />
      )}
      {card.seen && (
        <Later
          load={seenFields}
          props={{ seen: card.seen, onSeen: (seen: Draft['seen']) => seen && change({ seen }) }}
        />
      )}
      <TextArea
        ref={note}
        label="So what for us?"
        hint={card.seen ? `Themes, never names. ${noteHint}` : noteHint}
        value={card.note}
        onValue={(text) => change({ note: text })}
        rows={3}
        maxLength={10_000}
      />
      {priorities && (
        <PriorityChoices
          priorities={priorities}
          chosen={card.priorities}
          onChosen={(ids) => change({ priorities: ids, choice: 'own' })}
          reasons={reasons}
          keys
        />
      )}
      {priorities && <Later load={suggesting} props={{ card, priorities, change, onReasons: setReasons }} />}
      <StanceChoice stance={card.stance ?? null} onStance={(stance) => change({ stance })} />
      <TagField tags={card.tags} half={card.tag} known={knownTags} onChange={change} />
      <Later load={tagIdeas} props={{ card, change }} />
      <Later
        load={guardView}
        props={{
          texts: card,
          kept: card.kept ?? [],
          upnOut: card.upnOut ?? false,
          asked,
          onTexts: ({ note = '', tags = [], tag = '', image, pasted, ...clip }: Texts, upnOut?: true) => {
            change({ note, tags, tag, ...(image && { image }), ...(pasted && { pasted }), ...(upnOut && { upnOut }) });
            const { passages, source, link, table } = clip;
            const rest = { ...(source && { source }), ...(link && { link }), ...(table && { table }) };
            void drafts.change(card.id, { ...(passages && { passages }), ...rest });
          },
          onKept: (keys: string[]) => {
            change({ kept: [...(card.kept ?? []), ...keys] });
            if (task.problem?.code === stopped) void save();
          },
        }}
      />
      {task.problem && task.problem.code !== stopped && (
        <Alert>
          <p>Not saved yet.</p>
          <p>{refusalAdvice(task.problem)}</p>
        </Alert>
      )}
      {full && !task.problem && (
        // Somebody is typing: the focus stays where it is.
        <div role="alert">
          <Notice look="trouble">{sentenceFor({ code: 'storage-full' })}</Notice>
        </div>
      )}
      <div class="row card-foot">
        <Button look="main" type="submit" busy={task.busy} reason={reason}>
          Save
        </Button>
        {reason === undefined && <kbd class="soft small">{savesOnKey}</kbd>}
        <span class="card-gap" />
        <Button look="quiet" onPress={discard}>
          Discard
        </Button>
      </div>
    </form>
  );
}

/** Its author is asked something first. */
const stopped = 'stopped';
const observerReason = 'Observers read along. Leaders, heads and coordinators save to the log.';
const isNoLink = (url: string) => url.trim() !== '' && !addressIn(url);
const linkReason = 'Copy the link again, from its first letter to its last.';
const pastelessReason = 'Paste a link or words, or write a line.';
const altReason = 'Say in a few words what the picture shows.';
const wordlessReason = 'Write a line, or select words on a page.';

/** Words from the browser's own viewer of PDFs, which says nothing of where they stand. */
const isWithoutPage = ({ passages, source }: Draft) =>
  source !== undefined &&
  isPdfAddress(source.url) &&
  passages.some(({ end, prefix, suffix, page }) => end === 0 && prefix === '' && suffix === '' && page === undefined);
