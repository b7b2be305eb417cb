import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { newId } from '../../shared/ids.ts';
import type { Draft } from '../replica/database.ts';
import type { Entry } from '../replica/entries.ts';
import { Later } from '../ui/later.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { draftOf } from './draft-of.ts';
import { Hand } from './hand.tsx';

/** What the section of the log is given by what stands above it. */
export interface LogSectionProps {
  /** The outbox groups that cards in hand take up again. */
  inHand: ReadonlySet<string>;
  onEdit: (entry: Entry) => void;
  onDiscard: (entry: Entry) => void;
  /** Tells of the tags in use, the commonest first. */
  onTags: (tags: readonly string[]) => void;
}

/** What is in hand, and below it the log that the whole cluster shares, by the section that is given. */
export function Log({ section }: { section: () => Promise<ComponentType<LogSectionProps>> }) {
  const { drafts, outbox } = useReplica();
  const [discarded, setDiscarded] = useState<Draft>();
  const [knownTags, setKnownTags] = useState<readonly string[]>([]);
  const inHand = useLive(async () => new Set((await drafts.all()).flatMap(({ replaces }) => replaces ?? [])));

  const edit = async (entry: Entry) => {
    if (!entry.group) return;
    await drafts.begin({ ...draftOf(entry, newId(), Date.now()), replaces: entry.group });
    scrollTo({ top: 0 });
  };
  const discard = async (entry: Entry) => {
    if (!entry.group) return;
    await outbox.discard(entry.group);
    setDiscarded(draftOf(entry, newId(), Date.now()));
  };

  return (
    <div class="stack wide">
      <Hand knownTags={knownTags} {...(discarded && { discarded })} onDiscarded={setDiscarded} />
      <Later load={() => import('./this-page.tsx').then(({ ThisPage }) => ThisPage)} props={{}} />
      <Later load={() => import('./thread-lines.tsx').then(({ ThreadLines }) => ThreadLines)} props={{}} />
      {inHand && <Later load={section} props={{ inHand, onEdit: edit, onDiscard: discard, onTags: setKnownTags }} />}
    </div>
  );
}
