import { periodLabel } from '../../shared/priorities/period.ts';
import { Notice } from '../ui/notice.tsx';
import { schoolIn, useScene } from './scene.ts';
import type { PlannedCell, Unwritten } from './scrutiny-plan.ts';

const whys: { [why in Unwritten]: string } = {
  dash: 'A dash may mean none or nothing. Write 0, or leave it empty.',
  unreadable: 'It reads as no figure.',
  'no-period': 'It is not said of when it is.',
  'not-fitting': 'It does not fit the unit: a percentage is from 0 to 100, a count is whole.',
  'small-number': 'So few pupils might be recognised.',
  'no-share': 'So many of so many are no figure of this unit. Write the figure itself before it.',
  'too-many': 'More are counted than there are.',
  'not-for-school': 'It is another school’s own figure. Somebody of that school or a coordinator enters it.',
  'not-measured': 'The indicator is not for that school. Edit the indicator where that is wrong.',
  twice: 'The table has another figure for the same school and time.',
};

const most = 8;

/** What of a table is not written, by the reason. */
export function LeftCells({ cells }: { cells: readonly PlannedCell[] }) {
  const scene = useScene();
  if (cells.length === 0) return null;
  const reasons = [...new Set(cells.flatMap(({ why }) => why ?? []))];
  return (
    <Notice>
      <p>Not written:</p>
      <ul class="stack tight small">
        {reasons.map((why) => {
          const these = cells.filter((cell) => cell.why === why);
          return (
            <li key={why}>
              {whys[why]}
              <ul>
                {these.slice(0, most).map(({ indicator, school, period, text }, i) => (
                  <li key={i}>
                    ‘{text}’{' '}
                    <span class="soft">{`${schoolIn(scene, school)}, ${indicator.name}${period ? `, ${periodLabel(period)}` : ''}`}</span>
                  </li>
                ))}
                {these.length > most && <li class="soft">and {these.length - most} more</li>}
              </ul>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** What of a table is of so few pupils that its author should think of them before it is written. */
export function FewCells({ cells }: { cells: readonly PlannedCell[] }) {
  const scene = useScene();
  const few = cells.filter((cell) => cell.few);
  if (few.length === 0) return null;
  return (
    <Notice>
      <p>These are about few pupils. Think of who might be recognised by them before you write them.</p>
      <ul class="small">
        {few.slice(0, most).map(({ indicator, school, text }, i) => (
          <li key={i}>
            ‘{text}’ <span class="soft">{`${schoolIn(scene, school)}, ${indicator.name}`}</span>
          </li>
        ))}
        {few.length > most && <li class="soft">and {few.length - most} more</li>}
      </ul>
    </Notice>
  );
}
