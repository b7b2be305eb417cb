import { tagsFor } from '../../shared/evidence/tag-use.ts';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';

interface TagIdeasProps {
  priorities: readonly string[];
  tags: readonly string[];
  onTag: (tag: string) => void;
}

const most = 4;

/** Tags that this cluster gives to what bears on the chosen priorities, each added with one press. */
export function TagIdeas({ priorities, tags, onTag }: TagIdeasProps) {
  const { teaching } = useReplica();
  const learned = useLive(() => teaching.learned());
  const ideas = tagsFor(learned?.tags ?? {}, priorities, tags, most);
  if (ideas.length === 0) return null;
  return (
    <div class="tag-ideas">
      <span class="small soft">Often with this:</span>
      {ideas.map((tag) => (
        <button key={tag} type="button" class="tag" aria-label={`Add ${tag}`} onClick={() => onTag(tag)}>
          {tag} <span aria-hidden="true">+</span>
        </button>
      ))}
    </div>
  );
}
