import { shortcutLabel } from '../platform/settings.ts';
import { useValue } from '../ui/use-value.ts';

/** What to do first. */
export function FirstThings() {
  const shortcut = useValue(shortcutLabel);
  return (
    <ol class="next-things">
      <li>
        <span>
          <b>Pin the button.</b> Open the puzzle piece beside the address bar, and pin Goldthread.
        </span>
      </li>
      <li>
        <span>
          <b>Select words on any page</b>, then press the button
          {shortcut ? (
            <>
              {' '}
              or <kbd>{shortcut}</kbd>
            </>
          ) : null}
          . They are in the panel, with room for your note.
        </span>
      </li>
      <li>
        <span>
          <b>Save.</b> Your colleagues see it in the log. Without a connection it goes later, by itself.
        </span>
      </li>
    </ol>
  );
}
