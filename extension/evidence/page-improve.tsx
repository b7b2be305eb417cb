import type { Passage } from '../../shared/evidence/quote-passage.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useReplica } from '../ui/replica.ts';
import { takeImprovement } from './take-grade.ts';

/** What a report says is to be improved, one thing each; each is taken in hand with one press. */
export function PageImprove({ page, improve }: { page: ToldPage; improve: readonly Passage[] }) {
  const replica = useReplica();
  return (
    <Disclosure summary={`What to improve: ${improve.length}`}>
      <ol class="stack tight page-improve">
        {improve.map(({ start, exact }, i) => (
          <li key={start} class="small">
            {exact}{' '}
            <Button
              look="quiet"
              label={`Take it, number ${i + 1}`}
              onPress={() => void takeImprovement(replica, page, i).catch(reportError)}
            >
              Take it
            </Button>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
