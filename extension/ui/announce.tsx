import { signal } from '@preact/signals';

const said = signal('');

/** Has assistive technology say something when it is next idle. Nothing on the screen moves. */
export function announce(words: string): void {
  // The same words again are only said if they differ to the eye of the machine.
  said.value = said.value === words ? `${words}\u00a0` : words;
}

/** Where announcements are made: once in each document. */
export function Announcer() {
  return (
    <div class="unseen" role="status" aria-live="polite">
      {said}
    </div>
  );
}
