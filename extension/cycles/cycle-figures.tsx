import type { Priority } from '../../shared/priorities/priority.ts';
import { progressOn } from '../../shared/priorities/progress.ts';
import { ChartKey } from '../priorities/progress-chart.tsx';
import { SchoolCharts } from '../priorities/school-charts.tsx';
import { useDealings } from '../priorities/use-dealings.ts';
import { hrefTo } from '../ui/route.ts';
import { threadClass } from '../ui/threads.ts';

interface CycleFiguresProps {
  indicators: readonly string[];
  /** The priority's thread, in whose colour the pictures are. */
  thread?: Priority['thread'];
}

/** Where each school is on the figures that a cycle watches, as pictures; in the story and on paper. */
export function CycleFigures({ indicators, thread = 0 }: CycleFiguresProps) {
  const dealings = useDealings();
  const watched = indicators.flatMap((id) => {
    const indicator = dealings?.indicators.find((one) => one.id === id);
    const progress = dealings && indicator && progressOn(dealings, indicator);
    return progress ? [progress] : [];
  });
  if (watched.length === 0) return null;
  return (
    <section class={`stack progress watched ${threadClass(thread)}`} aria-labelledby="watched">
      <h2 id="watched">The figures we watch</h2>
      {watched.map((one) => (
        <div key={one.indicator.id} class="stack tight">
          <h3>{one.indicator.body.name}</h3>
          <SchoolCharts progress={one} />
        </div>
      ))}
      <ChartKey />
      <p class="small no-print">
        <a href={hrefTo('so-what')}>All figures, with a table</a>
      </p>
    </section>
  );
}
