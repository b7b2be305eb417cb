/** @jsxImportSource hono/jsx */
import type { ClusterPicture } from './cluster-geometry.ts';

/** The rows and columns that both kinds of picture stand on. */
export const Ground = ({ rows, columns, plot }: Pick<ClusterPicture, 'rows' | 'columns' | 'plot'>) => (
  <>
    <path class="cr" d={rows.map(({ y }) => `M${plot.left} ${y}H${plot.right}`).join('')} />
    {rows.map(({ y, label }) => (
      <text class="ra" x={plot.left - 6} y={y + 4}>
        {label}
      </text>
    ))}
    {columns.map(({ x, label }) => (
      <text x={x} y={plot.bottom + 20}>
        {label}
      </text>
    ))}
  </>
);

export const Breaks = ({ breaks, plot }: Pick<ClusterPicture, 'breaks' | 'plot'>) => (
  <>
    {breaks.map((x) => (
      <>
        <path class="cx" d={`M${x - 8} ${plot.top - 4}V${plot.bottom}`} />
        <text x={x - 8} y={plot.top - 6}>
          break
        </text>
      </>
    ))}
  </>
);

/** All schools on one indicator. What it shows stands beside it in words, and in the table. */
export function ClusterChart({ picture, text }: { picture: ClusterPicture; text: string }) {
  const { width, height, whiskers, lines, targets, ends } = picture;
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
        <path class="cl" d={d} />
      ))}
      <Breaks {...picture} />
      {lines.map(({ faint, dash }) => faint && <path class="cf" d={faint} stroke-dasharray={dash} />)}
      {lines.some(({ small }) => small) && <path class="ch" d={lines.map(({ small }) => small).join('')} />}
      {lines.map(({ d, dash }) => d && <path class="cl" d={d} stroke-dasharray={dash} />)}
      {lines.length > 0 && <path class="cd" d={lines.map((line) => line.dots).join('')} />}
      {targets.length > 0 && <path class="ct" d={targets.map(({ x, y }) => `M${x - 4} ${y - 4}h8v8h-8z`).join('')} />}
      {lines.map(({ letter, letterAt }) => (
        <text class="ce" x={letterAt.x} y={letterAt.y + 4}>
          {letter}
        </text>
      ))}
      {ends.length > 0 && <path class="cd" d={ends.map(({ x, y }) => `M${x} ${y}h0`).join('')} />}
      {ends.map(({ x, y, label }, i) => (
        <text class={i === 0 ? 'ce la' : 'ce'} x={i === 0 ? x - 4 : x} y={y - 9}>
          {label}
        </text>
      ))}
    </svg>
  );
}
