import { ProgressOf } from './progress-of.tsx';
import { useDealings } from './use-dealings.ts';

/** Every priority that is agreed, then those that are proposed or closed and have figures, with what came of it so far. */
export function SoWhat() {
  const dealings = useDealings();
  if (!dealings) return null;
  const order = ['agreed', 'proposed', 'closed'] as const;
  const shown = order.flatMap((state) =>
    dealings.priorities.filter(
      ({ id, body }) =>
        body?.state === state &&
        (state === 'agreed' || dealings.indicators.some((one) => one.body?.priorities.includes(id))),
    ),
  );
  if (shown.length === 0) {
    return <p class="soft">Once a priority is agreed, or has an indicator, its progress is shown here.</p>;
  }
  return (
    <div class="so-what">
      {shown.map(({ id }) => (
        <ProgressOf key={id} priority={id} named />
      ))}
    </div>
  );
}
