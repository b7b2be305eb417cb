import type { TargetedInputEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import '../ui/field.css';
import './tag-field.css';

interface TagFieldProps {
  tags: readonly string[];
  /** The tag half typed. */
  half: string;
  /** Tags that were used before, to complete from. */
  known: readonly string[];
  onChange: (words: { tags: string[]; tag: string }) => void;
}

const most = { tags: 20, length: 60 };

/** Tags with one more, unless it is empty or there already, in whatever case. */
export function withTag(tags: readonly string[], typed: string): string[] {
  const tag = typed.trim().replace(/\s+/g, ' ').slice(0, most.length);
  const there = tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  return tag === '' || there || tags.length >= most.tags ? [...tags] : [...tags, tag];
}

/** Tags, each added with a comma or Enter and taken away with its own button. */
export function TagField({ tags, half, known, onChange }: TagFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);

  const onInput = (event: TargetedInputEvent<HTMLInputElement>) => {
    const parts = event.currentTarget.value.split(',');
    // A tag picked from the list arrives whole: it needs no Enter.
    const picked = !event.inputType || event.inputType === 'insertReplacementText';
    const rest = picked && known.includes(parts.at(-1) ?? '') ? '' : (parts.pop() ?? '');
    onChange({ tags: parts.reduce(withTag, [...tags]), tag: rest.trimStart().slice(0, most.length) });
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    onChange({ tags: withTag(tags, half), tag: '' });
  };
  const remove = (tag: string) => {
    onChange({ tags: tags.filter((other) => other !== tag), tag: half });
    input.current?.focus();
  };

  return (
    <div class="field">
      <label for={id}>Tags</label>
      {tags.length > 0 && (
        <ul class="tags" aria-label="Tags on this entry">
          {tags.map((tag) => (
            <li key={tag}>
              <button type="button" class="tag" aria-label={`Remove ${tag}`} onClick={() => remove(tag)}>
                {tag} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        ref={input}
        class="input"
        value={half}
        list={`${id}-known`}
        autoComplete="off"
        enterkeyhint="done"
        aria-describedby={`${id}-hint`}
        onInput={onInput}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-known`}>
        {known
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      <span class="field-hint" id={`${id}-hint`}>
        A comma or Enter adds one.
      </span>
    </div>
  );
}
