import { useEffect, useState } from 'preact/hooks';
import type { View } from './view.ts';

/** Scales as the viewer names them. */
const fits = [
  ['auto', 'Automatic'],
  ['page-width', 'Fit width'],
  ['page-fit', 'Fit page'],
] as const;
const scales = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

const percent = (scale: number) => `${Math.round(scale * 100)} %`;

/** How large the pages are shown. */
export function ZoomChoice({ view: { viewer, bus } }: { view: View }) {
  const [now, setNow] = useState({ name: viewer.currentScaleValue, scale: viewer.currentScale });
  useEffect(() => {
    const changed = ({ scale, presetValue }: { scale: number; presetValue?: string }) =>
      setNow({ name: presetValue ?? String(scale), scale });
    bus.on('scalechanging', changed);
    viewer.currentScaleValue = 'auto';
    const gone = new AbortController();
    const { signal } = gone;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.key === '+' || event.key === '=') viewer.increaseScale();
      else if (event.key === '-') viewer.decreaseScale();
      else if (event.key === '0') viewer.currentScaleValue = 'auto';
      else return;
      // The browser would make the bar larger too.
      event.preventDefault();
    };
    addEventListener('keydown', onKey, { signal });
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      viewer.updateScale({ steps: event.deltaY < 0 ? 1 : -1, origin: [event.clientX, event.clientY] } as never);
    };
    viewer.container.addEventListener('wheel', wheel, { signal, passive: false });
    const resized = () => {
      const value = viewer.currentScaleValue;
      if (fits.some(([name]) => name === value)) viewer.currentScaleValue = value;
    };
    addEventListener('resize', resized, { signal });
    return () => {
      bus.off('scalechanging', changed);
      gone.abort();
    };
  }, [viewer, bus]);
  const listed = fits.some(([name]) => name === now.name) || scales.some((scale) => String(scale) === now.name);
  return (
    <span class="zoom-choice">
      <button type="button" class="button quiet" aria-label="Smaller" onClick={() => viewer.decreaseScale()}>
        −
      </button>
      <select
        class="input"
        aria-label="Size"
        value={listed ? now.name : 'other'}
        onChange={(event) => {
          viewer.currentScaleValue = event.currentTarget.value;
        }}
      >
        {fits.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
        {!listed && <option value="other">{percent(now.scale)}</option>}
        {scales.map((scale) => (
          <option key={scale} value={String(scale)}>
            {percent(scale)}
          </option>
        ))}
      </select>
      <button type="button" class="button quiet" aria-label="Larger" onClick={() => viewer.increaseScale()}>
        +
      </button>
    </span>
  );
}
