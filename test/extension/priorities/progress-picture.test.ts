import { describe, expect, it } from 'vitest';
import { draw } from '../../../extension/priorities/progress-draw.ts';
import { progressOf } from '../../../shared/priorities/progress.ts';
import { pictureOf } from '../../../shared/priorities/progress-geometry.ts';
import { pictureText } from '../../../shared/priorities/progress-words.ts';
import { type Figures, newFigures } from '../../shared/priorities/figures.ts';

function pictured(prepare: (figures: Figures) => void, school = 'a') {
  const figures = newFigures();
  for (const id of ['a', 'b']) figures.school(id, { name: `School ${id}` });
  figures.indicator('i');
  prepare(figures);
  const [progress] = progressOf(figures, 'p');
  const one = progress?.schools.find((found) => found.school.id === school);
  if (!progress || !one) throw new Error('There is no such school');
  return { picture: pictureOf(progress, one, draw), text: pictureText(one, 'percent') };
}

/** Two schools over four years: one revised, one suppressed, one break. */
function full(figures: Figures) {
  figures.baseline('a', figures.reading('a', 'ay:2021', 60));
  figures.reading('a', 'ay:2022', 64);
  figures.reading('a', 'ay:2023', 'suppressed');
  figures.reading('a', 'ay:2024', 66, { breaks: true });
  figures.reading('a', 'ay:2025', 68);
  figures.target('a', 70, 'ay:2026');
  figures.target('a', 71, 'ay:2026', true);
  for (const year of [2021, 2022, 2023, 2024, 2025]) figures.reading('b', `ay:${year}`, 50);
}

describe('the picture of a school', () => {
  it('is not drawn of nothing', () => {
    expect(pictured(() => undefined).picture).toBeUndefined();
    expect(pictured((figures) => figures.reading('a', 'ay:2024', 'suppressed')).picture).toBeUndefined();
  });

  it('has its line cut where the series breaks and where a figure is missing', () => {
    const { picture } = pictured(full);
    expect(picture?.lines).toHaveLength(2);
    expect(picture?.breaks).toHaveLength(1);
    expect(picture?.missing.map(({ letter }) => letter)).toEqual(['c']);
    expect(picture?.dots.map(({ latest }) => latest)).toEqual([false, false, false, true]);
    const [upTo, from] = [picture?.dots[1]?.x ?? 0, picture?.dots[2]?.x ?? 0];
    expect(picture?.breaks[0]).toBeGreaterThan(upTo);
    expect(picture?.breaks[0]).toBeLessThan(from);
  });

  it('shows more as higher, later as further right, and everything inside', () => {
    const { picture } = pictured(full);
    if (!picture) throw new Error('There is no picture');
    const { dots, targets, columns, rows, plot } = picture;
    expect([...dots].sort((a, b) => a.x - b.x)).toEqual(dots);
    expect([...dots].sort((a, b) => b.y - a.y)).toEqual(dots);
    for (const { x, y } of [...dots, ...targets]) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(plot.right);
      expect(y).toBeGreaterThanOrEqual(plot.top);
      expect(y).toBeLessThanOrEqual(plot.bottom);
    }
    expect(rows.length).toBeGreaterThan(1);
    expect(columns.at(-1)?.label).toBe('2026/27');
    for (const [i, { x }] of columns.entries()) expect(x - (columns[i - 1]?.x ?? -100)).toBeGreaterThanOrEqual(62);
  });

  it('keeps the words of two near targets apart', () => {
    const targets = pictured(full).picture?.targets ?? [];
    expect(targets.map(({ label }) => label)).toEqual(['Stretch 71%', 'Own 70%']);
    const [upper, lower] = targets;
    expect((lower?.labelY ?? 0) - (upper?.labelY ?? 0)).toBeGreaterThanOrEqual(15.9);
  });

  it('has the cluster’s spread only where more than one school has a number', () => {
    const { picture } = pictured(full);
    expect(picture?.whiskers).toHaveLength(4);
    expect(picture?.band).toHaveLength(1);
    expect(pictured((figures) => figures.reading('a', 'ay:2024', 5)).picture?.band).toEqual([]);
  });

  it('is all that its text says', () => {
    expect(pictured(full).text).toBe(
      'School a. Start 60% (2021/22); now 68% (2025/26); own target 70% by 2026/27; stretch target 71% by 2026/27; ' +
        'suppressed (2023/24); the series breaks at 2024/25. ' +
        'Not known yet: the series breaks; set the start and the target anew.',
    );
    expect(pictured(() => undefined).text).toBe('School a. Not known yet: no figure yet.');
  });

  it('draws one figure alone in the middle', () => {
    const { picture } = pictured((figures) => figures.reading('a', 'ay:2024', 5));
    expect(picture?.dots).toHaveLength(1);
    expect(picture?.dots[0]?.x).toBeCloseTo(((picture?.plot.left ?? 0) + (picture?.plot.right ?? 0)) / 2, 0);
  });
});
