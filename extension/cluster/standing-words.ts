import type { Standing } from '../replica/view.ts';
import { counted } from './wording.ts';

/** What there is to say of how this device stands with the cluster; nothing where all is well. */
export function standingWords({ reach, waiting, held, refused }: Standing): string[] {
  const words: string[] = [];
  if (reach === 'offline') {
    words.push(
      waiting === 0
        ? 'Offline. What you save goes when the connection is back.'
        : `Offline. ${counted(waiting, 'entry is on this device and goes', 'entries are on this device and go')} when the connection is back.`,
    );
  }
  if (held > 0) {
    words.push(`${counted(held, 'entry waits', 'entries wait')} for an update of Goldthread, safe on this device.`);
  }
  if (refused > 0) words.push(`${counted(refused, 'thing was', 'things were')} refused. The reason stands beside it.`);
  return words;
}
