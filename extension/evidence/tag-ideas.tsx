import { tagsFor } from '../../shared/evidence/tag-use.ts';
import type { Draft } from '../replica/database.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { withTag } from './tag-field.tsx';
import type { Words } from './use-draft.ts';

interface TagIdeasProps {
  card: Draft;
  change: (words: Partial<Words>) => void;
}

const most = 4;

/** Tags that this cluster gives to what bears on the chosen priorities, each added with one press. */
export function TagIdeas({ card: { priorities, tags }, change }: TagIdeasProps) {
  const { teaching } = useReplica();
  const learned = useLive(() => teaching.learned());
  const ideas = tagsFor(learned?.tags ?? {}, priorities, tags, most);
  if (ideas.length === 0) return null;
  return (
    <div class="tag-ideas">
      <span class="small soft">Often with this:</span>
      {ideas.map((tag) => (
        <button
          key={tag}
          type="button"
          class="tag"
          aria-label={`Add ${tag}`}
          onClick={() => change({ tags: withTag(tags, tag) })}
        >
          {tag} <span aria-hidden="true">+</span>
        </button>
      ))}
    </div>
  );
}
