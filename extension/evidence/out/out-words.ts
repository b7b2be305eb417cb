import type { Account } from '../../../shared/evidence/formats/taken.ts';
import { counted } from '../../cluster/wording.ts';

/** A name as part of a file's: letters and digits. */
export const safeName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'evidence';

/** What a person reads when a file was written, and what is not in it. */
export function outcomeWords({ total, restricted, sourceless }: Account): string {
  const inFile = total - sourceless;
  const words = [
    inFile > 0
      ? `${counted(inFile, 'entry', 'entries')}, saved among your downloads.`
      : 'There is nothing to take out.',
    restricted > 0 ? `Left out: ${counted(restricted, 'entry', 'entries')} from restricted sources.` : '',
    sourceless > 0 ? `Left out: ${counted(sourceless, 'entry', 'entries')} without a source.` : '',
  ];
  return words.filter(Boolean).join(' ');
}
