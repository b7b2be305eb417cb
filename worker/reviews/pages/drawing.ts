import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Draw, Spot } from '../../../shared/priorities/progress-geometry.ts';

const path = line<Spot>(
  ({ x }) => x,
  ({ y }) => y,
).digits(0);

const band = area<{ x: number; low: number; high: number }>(
  ({ x }) => x,
  ({ low }) => low,
  ({ high }) => high,
).digits(0);

/** What draws pictures for the public: whole numbers, since each byte is paid for on somebody's phone. */
export const draw: Draw = {
  scale(domain, range) {
    const scale = scaleLinear(domain, range);
    return Object.assign((value: number) => Math.round(scale(value)), {
      ticks: (many: number) => scale.ticks(many),
    });
  },
  line: (spots) => path([...spots]) ?? '',
  area: (ends) => band([...ends]) ?? '',
};

/** Dots as one path: each is a line without length and with round ends. */
export const dots = (spots: readonly Spot[]): string => spots.map(({ x, y }) => `M${x} ${y}h0`).join('');
