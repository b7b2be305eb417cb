import type { IndicatorProgress } from '../../shared/priorities/progress.ts';
import { pictureOf } from '../../shared/priorities/progress-geometry.ts';
import { pictureText, placeSentence } from '../../shared/priorities/progress-words.ts';
import './progress.css';
import { ProgressChart } from './progress-chart.tsx';
import { draw } from './progress-draw.ts';

const signs = {
  'met-stretch': '★',
  'met-own': '✓',
  'on-the-way': '▸',
  'no-change': '=',
  'further-away': '◂',
  'not-known': '?',
} as const;

/** Where each school is on an indicator: a sentence, and a picture where there is something to draw. */
export function SchoolCharts({ progress }: { progress: IndicatorProgress }) {
  const { unit } = progress.indicator.body;
  return (
    <ul class="charts">
      {progress.schools.map((one) => {
        // Only the cluster's spread would be no picture of the school.
        const picture = one.points.length > 0 || one.own ? pictureOf(progress, one, draw) : undefined;
        return (
          <li key={one.school.id} class="stack tight">
            <p>
              <b>{one.school.body.name}</b>
              <br />
              <span class="small">
                <span aria-hidden="true">{signs[one.place]}</span> {placeSentence(one)}
              </span>
            </p>
            {picture && <ProgressChart picture={picture} text={pictureText(one, unit)} />}
          </li>
        );
      })}
    </ul>
  );
}
