import type { School } from '../../shared/cluster/schools.ts';
import { urnsOf } from '../../shared/evidence/page-bearing.ts';
import type { PageSource } from '../../shared/evidence/page-source.ts';
import { dayAt, isWanted, owedOn } from '../../shared/priorities/due.ts';
import type { IndicatorProgress } from '../../shared/priorities/progress.ts';
import { figuresSentence, placeSentence } from '../../shared/priorities/progress-words.ts';
import type { Record } from '../../shared/record.ts';
import { openLog } from '../platform/tabs.ts';
import { OwedList } from '../priorities/owed.tsx';
import type { SeenDealings } from '../priorities/use-dealings.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { useReplica } from '../ui/replica.ts';
import { ThreadMark } from '../ui/thread-mark.tsx';
import { useLive } from '../ui/use-live.ts';
import { NamingList } from './naming-list.tsx';
import { NewestOf } from './page-newest.tsx';
import type { ThreadProgress } from './page-threads.ts';

interface PageSchoolProps {
  school: Record<School> & { body: School };
  page: PageSource;
  dealings: SeenDealings;
  threads: readonly ThreadProgress[];
}

/** A page about one of our schools: where it is on each priority, what is due, what the log has of it, and the others. */
export function PageSchool({ school: { id, body }, page, dealings, threads }: PageSchoolProps) {
  const { view } = useReplica();
  const now = useNow();
  const urns = urnsOf(body);
  const naming = useLive(() => view.evidenceNaming({ name: body.name, urns }), [urns.join(), body.name]);
  const owed = owedOn(dealings, dayAt(now)).filter((one) => one.school === id && isWanted(one));
  return (
    <section class="stack tight" aria-labelledby="page-school">
      <h3 id="page-school">{body.name}</h3>
      <p class="small soft">
        One of our schools{page.urn !== body.urn && `, here under the number that it had before (${page.urn})`}
        {body.away && (body.away.how === 'left' ? ', which has left' : ', which takes no part at present')}
      </p>
      {threads.map(({ thread, progress }) => (
        <div key={thread.id} class="stack tight">
          <p>
            <ThreadMark thread={thread} /> <b>{thread.title}</b>
          </p>
          <ul class="page-figures">
            {progress.map((one) => (
              <li key={one.indicator.id}>
                <OnIndicator progress={one} school={id} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {threads.length === 0 && <p class="soft">No indicator is agreed yet to follow it by.</p>}
      {owed.length > 0 && (
        <Disclosure summary={`Open for this school: ${owed.length}`}>
          <OwedList owed={owed} dealings={dealings} />
        </Disclosure>
      )}
      {naming && naming.length > 0 && (
        <Disclosure summary={`In the log about it: ${naming.length}`}>
          <NamingList naming={naming} />
        </Disclosure>
      )}
      {threads.length > 0 && (
        <Disclosure summary="Its neighbours in the cluster">
          <NewestOf threads={threads} without={id} />
        </Disclosure>
      )}
      <div class="row">
        <Button look="quiet" onPress={() => openLog('so-what')}>
          See how every school does
        </Button>
      </div>
    </section>
  );
}

function OnIndicator({ progress: { indicator, schools }, school }: { progress: IndicatorProgress; school: string }) {
  const own = schools.find((one) => one.school.id === school);
  const figures = own && figuresSentence(own, indicator.body.unit);
  return (
    <>
      <p>
        {indicator.body.name}: {own ? placeSentence(own).toLowerCase() : 'not measured there'}
      </p>
      {figures && <p class="small soft">{figures}</p>}
    </>
  );
}
