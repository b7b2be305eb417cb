import type { ComponentType } from 'preact';
import { useValue } from './use-value.ts';

interface LaterProps<Props> {
  /** Loads the screen's module: `() => import('./screen.tsx').then((module) => module.Screen)`. */
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** A screen that is loaded when it is first shown, so that what is always there opens sooner. */
export function Later<Props extends object>({ load, props }: LaterProps<Props>) {
  const Screen = useValue(load);
  return Screen ? <Screen {...props} /> : null;
}
