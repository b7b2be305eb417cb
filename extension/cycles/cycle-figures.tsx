import { progressOn } from '../../shared/priorities/progress.ts';
import { placeSentence } from '../../shared/priorities/progress-words.ts';
import { useDealings } from '../priorities/use-dealings.ts';
import { hrefTo } from '../ui/route.ts';

/** Where each school is on the figures that a cycle watches. */
export function CycleFigures({ indicators }: { indicators: readonly string[] }) {
  const dealings = useDealings();
  const watched = indicators.flatMap((id) => {
    const indicator = dealings?.indicators.find((one) => one.id === id);
    const progress = dealings && indicator && progressOn(dealings, indicator);
    return progress ? [progress] : [];
  });
  if (watched.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="watched">
      <h2 id="watched">The figures we watch</h2>
      {watched.map(({ indicator, schools }) => (
        <div key={indicator.id} class="stack tight">
          <h3>{indicator.body.name}</h3>
          <ul>
            {schools.map((one) => (
              <li key={one.school.id}>
                {one.school.body.name}: {placeSentence(one)}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p class="small no-print">
        <a href={hrefTo('so-what')}>All figures, as pictures</a>
      </p>
    </section>
  );
}
