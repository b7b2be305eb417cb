import type { PageSource } from '../../shared/evidence/page-source.ts';
import { openLog } from '../platform/tabs.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { NewestOf, spreadSentence } from './page-newest.tsx';
import type { ThreadProgress } from './page-threads.ts';

interface PageOursProps {
  page: PageSource;
  threads: readonly ThreadProgress[];
  /** The indicators whose figures are from this page, or from its site. */
  from: ReadonlyMap<string, 'page' | 'site'>;
}

const fromWords = { page: 'its figures come from here', site: 'its figures come from this site' };

/** A page about another school, or about all of them: our own figures beside it, first those that come from here. */
export function PageOurs({ page, threads, from }: PageOursProps) {
  const all = threads.flatMap(({ thread, progress }) => progress.map((one) => ({ thread, one })));
  const rank = (id: string) => ['page', 'site'].indexOf(from.get(id) ?? '') >>> 0;
  const lines = all.sort((a, b) => rank(a.one.indicator.id) - rank(b.one.indicator.id));
  return (
    <section class="stack tight" aria-labelledby="page-ours">
      <h3 id="page-ours">Our figures beside it</h3>
      {page.urn && page.school && <p class="small soft">{page.school} is not one of our schools.</p>}
      <ul class="page-figures">
        {lines.map(({ thread, one }) => {
          const where = from.get(one.indicator.id);
          return (
            <li key={`${thread.id} ${one.indicator.id}`}>
              <p>
                <ThreadMark thread={thread} /> {one.indicator.body.name}
                {where && <span class="small soft"> · {fromWords[where]}</span>}
              </p>
              <p class="small soft">Ours: {spreadSentence(one)}</p>
            </li>
          );
        })}
      </ul>
      <Disclosure summary="School by school">
        <NewestOf threads={threads} />
      </Disclosure>
      <div class="row">
        <Button look="quiet" onPress={() => openLog('so-what')}>
          See how every school does
        </Button>
      </div>
    </section>
  );
}
