/** @jsxImportSource hono/jsx */
import type { Picture } from '../../../shared/priorities/progress-geometry.ts';
import { Breaks, Ground } from './cluster-chart.tsx';
import { dots } from './drawing.ts';

const diamond = (x: number, y: number) => `M${x} ${y - 6}l6 6-6 6-6-6z`;

/** One school's figures beside how far all schools lie apart. */
export function SchoolChart({ picture, text }: { picture: Picture; text: string }) {
  const { width, height, plot, baseline, latest, whiskers } = picture;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
      <Ground {...picture} />
      {picture.band.map((d) => (
        <path class="cb" d={d} />
      ))}
      {whiskers.length > 0 && (
        <path class="cw" d={whiskers.map(({ x, low, high }) => `M${x} ${low}V${high}`).join('')} />
      )}
      {picture.median.map((d) => (
        <path class="cm" d={d} />
      ))}
      <Breaks {...picture} />
      {picture.targets.map(({ x, y, stretch, label, labelY }) => (
        <>
          <path class="cx" d={`M${x + 6} ${y}H${plot.right}L${plot.right + 6} ${labelY}`} />
          <path class="ct" d={stretch ? diamond(x, y) : `M${x - 5} ${y - 5}h10v10h-10z`} />
          <text class="la" x={plot.right + 9} y={labelY + 4}>
            {label}
          </text>
        </>
      ))}
      {picture.lines.map((d) => (
        <path class="cl" d={d} />
      ))}
      <path class="cd" d={dots(picture.dots)} />
      {picture.missing.map(({ x, y, letter }) => (
        <text class="ce" x={x} y={y}>
          {letter}
        </text>
      ))}
      {baseline && <circle class="cs" cx={baseline.x} cy={baseline.y} r={5} />}
      {baseline && (
        <text class="la" x={baseline.labelAt.x - 5} y={baseline.labelAt.y}>
          {baseline.label}
        </text>
      )}
      {latest && (
        <text class="ce" x={latest.labelAt.x} y={latest.labelAt.y}>
          {latest.label}
        </text>
      )}
    </svg>
  );
}
