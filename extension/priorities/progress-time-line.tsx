import type { TimeLine } from '../../shared/priorities/time-line.ts';

const width = 340;
const inset = 26;
const at = (share: number) => Math.round(inset + share * (width - 2 * inset));

/** How long a priority has run, on a line of four years, and when it is to be reviewed. */
export function TimeLineView({ line }: { line: TimeLine }) {
  const { marks, today, review, words } = line;
  return (
    <figure class="time-line">
      <svg viewBox={`0 0 ${width} 64`} role="img" aria-label={words}>
        <line class="time-line-all" x1={at(0)} x2={at(1)} y1={26} y2={26} />
        <line class="time-line-run" x1={at(0)} x2={at(today)} y1={26} y2={26} />
        {marks.map(({ at: share, label }) => (
          <g key={label}>
            <line class="time-line-mark" x1={at(share)} x2={at(share)} y1={20} y2={32} />
            <text x={at(share)} y={48} text-anchor="middle">
              {label.slice(0, 4) + label.slice(-2)}
            </text>
          </g>
        ))}
        <circle class="time-line-today" cx={at(today)} cy={26} r={6} />
        {review && (
          <>
            <path class="time-line-review" d={`M${at(review.at)} 12v14M${at(review.at)} 12h10v8h-10`} />
            <text x={at(review.at)} y={8} text-anchor={review.at > 0.8 ? 'end' : 'start'}>
              review
            </text>
          </>
        )}
      </svg>
      <figcaption class="soft small">{words}</figcaption>
    </figure>
  );
}
