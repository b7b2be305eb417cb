import type { SeenProblem } from '../replica/database.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useReplica } from './replica.ts';
import { useLive } from './use-live.ts';

interface RefusedListProps<Body> {
  action: { name: string };
  /** What it was about, in its author's words. */
  titleOf: (body: Body) => string;
  advice: (problem: SeenProblem) => string;
}

/** What was done here and not accepted: it stays until its author lets it go. */
export function RefusedList<Body>({ action, titleOf, advice }: RefusedListProps<Body>) {
  const { outbox } = useReplica();
  const refused = useLive(async () => (await outbox.rows()).filter((row) => row.state === 'refused'));
  const mine = (refused ?? []).flatMap(({ id, group: [first], problem }) =>
    first?.name === action.name ? [{ id, title: titleOf(first.body as Body), problem }] : [],
  );
  return (
    <>
      {mine.map(({ id, title, problem }) => (
        <Notice key={id} look="trouble">
          <p>{title}</p>
          <p>Not accepted. {problem && advice(problem)}</p>
          <div class="row">
            <Button onPress={() => outbox.discard(id)}>Take it away</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
