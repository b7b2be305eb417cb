import { isRelevant } from '../../shared/evidence/page-source.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { aboutWords } from './kind-words.ts';

/** What the page beside the panel is, in a line or two, and what to know before it is quoted. */
export function PageAbout({ page: { source }, named }: { page: ToldPage; named?: string | undefined }) {
  if (!isRelevant(source)) return null;
  const { title, school, withdrawn, superseded, access, reason, attribution, licence = '' } = source;
  // A school of ours is named below, with all that we know of it.
  const name = (title ?? school) === named ? undefined : (title ?? school);
  const said =
    reason ?? (access === 'refused' ? 'Nothing of this page may be kept.' : 'Not everything here may be kept.');
  return (
    <div class="stack tight page-about">
      {name && <p class="page-title">{name}</p>}
      <p class="small soft">{aboutWords(source).join(' · ')}</p>
      {(withdrawn || superseded) && (
        <Notice look="trouble">
          {withdrawn ? 'This was withdrawn by those who published it.' : 'Something newer has taken the place of this.'}
        </Notice>
      )}
      {access !== 'open' && <Notice look="trouble">{said}</Notice>}
      {attribution && /open government/i.test(licence) && (
        <div class="row">
          <CopyButton look="quiet" text={attribution}>
            Copy how to name this source
          </CopyButton>
        </div>
      )}
    </div>
  );
}
