import type { Entry } from '../replica/entries.ts';

const words: Record<Entry['standing'], string> = {
  device: 'On this device',
  log: 'In the log',
  held: 'Waiting for an update',
  refused: 'Refused',
};

/** Where an entry stands on its way to the log. */
export function EntryStanding({ standing }: { standing: Entry['standing'] }) {
  return <span class={`entry-standing ${standing}`}>{words[standing]}</span>;
}
