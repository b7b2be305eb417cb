import type { Picture } from '../../shared/priorities/progress-geometry.ts';
import './progress-chart.css';

const diamond = (x: number, y: number, half: number) =>
  `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`;

/** The picture of one school. What it shows is also said, in `text`, and stands in the table beside it. */
export function ProgressChart({ picture, text }: { picture: Picture; text: string }) {
  const { width, height, plot, baseline, latest } = picture;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      {picture.rows.map(({ y, label }) => (
        <g key={y}>
          <line class="chart-row" x1={plot.left} x2={plot.right} y1={y} y2={y} />
          <text x={plot.left - 6} y={y + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {picture.columns.map(({ x, label }) => (
        <text key={label} x={x} y={plot.bottom + 20} text-anchor="middle">
          {label}
        </text>
      ))}
      {picture.band.map((d) => (
        <path key={d} class="chart-band" d={d} />
      ))}
      {picture.whiskers.map(({ x, low, high }) => (
        <line key={`${x} ${low}`} class="chart-whisker" x1={x} x2={x} y1={low} y2={high} />
      ))}
      {picture.median.map((d) => (
        <path key={d} class="chart-median" d={d} />
      ))}
      {picture.breaks.map((x) => (
        <g key={x}>
          <line class="chart-break" x1={x} x2={x} y1={plot.top - 6} y2={plot.bottom} />
          <text x={x} y={plot.top - 10} text-anchor="middle">
            break
          </text>
        </g>
      ))}
      {picture.targets.map(({ x, y, stretch, label, labelY }) => (
        <g key={label}>
          <path
            class={stretch ? 'chart-stretch' : 'chart-own'}
            d={`M${x + 6} ${y}H${plot.right}L${plot.right + 6} ${labelY}`}
          />
          <path class="chart-mark" d={stretch ? diamond(x, y, 6) : `M${x - 5} ${y - 5}h10v10h-10Z`} />
          <text x={plot.right + 9} y={labelY + 4}>
            {label}
          </text>
        </g>
      ))}
      {picture.lines.map((d) => (
        <path key={d} class="chart-line" d={d} />
      ))}
      {picture.dots.map(({ x, y, latest: newest }) => (
        <circle key={`${x} ${y}`} class="chart-dot" cx={x} cy={y} r={newest ? 5 : 3.5} />
      ))}
      {picture.missing.map(({ x, y, letter }) => (
        <text key={x} class="chart-missing" x={x} y={y} text-anchor="middle">
          {letter}
        </text>
      ))}
      {baseline && (
        <>
          <circle class="chart-start" cx={baseline.x} cy={baseline.y} r={5} />
          <text x={baseline.labelAt.x - 5} y={baseline.labelAt.y}>
            {baseline.label}
          </text>
        </>
      )}
      {latest && (
        <text class="chart-now" x={latest.labelAt.x} y={latest.labelAt.y} text-anchor="middle">
          {latest.label}
        </text>
      )}
    </svg>
  );
}

/** What the marks of the pictures mean: by their shape, not by their colour. */
export function ChartKey() {
  return (
    <ul class="chart-key" aria-label="What the marks mean">
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path class="chart-line" d="M2 7H26" />
          <circle class="chart-dot" cx="14" cy="7" r="3.5" />
        </svg>
        this school
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <circle class="chart-start" cx="14" cy="7" r="5" />
        </svg>
        where it started
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path class="chart-own" d="M14 7H28" />
          <path class="chart-mark" d="M5 2h10v10h-10Z" />
        </svg>
        own target
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path class="chart-stretch" d="M14 7H28" />
          <path class="chart-mark" d={diamond(9, 7, 6)} />
        </svg>
        stretch target
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path class="chart-band" d="M2 1H26V13H2Z" />
          <path class="chart-whisker" d="M2 1V13M26 1V13" />
          <path class="chart-median" d="M2 7H26" />
        </svg>
        all our schools, lowest to highest, and the middle one
      </li>
      <li>
        <b aria-hidden="true">c</b> withheld
      </li>
      <li>
        <b aria-hidden="true">z</b> not produced
      </li>
    </ul>
  );
}
