import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Draw, Spot } from '../../shared/priorities/progress-geometry.ts';

const path = line<Spot>(
  ({ x }) => x,
  ({ y }) => y,
).digits(1);

const band = area<{ x: number; low: number; high: number }>(
  ({ x }) => x,
  ({ low }) => low,
  ({ high }) => high,
).digits(1);

/** What draws pictures of progress: d3's scales and shapes. */
export const draw: Draw = {
  scale(domain, range) {
    const scale = scaleLinear(domain, range);
    return Object.assign((value: number) => Math.round(scale(value) * 10) / 10, {
      ticks: (count: number) => scale.ticks(count),
    });
  },
  line: (spots) => path([...spots]) ?? '',
  area: (ends) => band([...ends]) ?? '',
};
