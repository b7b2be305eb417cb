import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import './tabs.css';

/** One of a few views that share a place. */
export interface Tab {
  name: string;
  screen: ComponentChildren;
}

const steps: Record<string, (i: number, last: number) => number> = {
  ArrowRight: (i, last) => (i === last ? 0 : i + 1),
  ArrowLeft: (i, last) => (i === 0 ? last : i - 1),
  Home: () => 0,
  End: (_, last) => last,
};

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** Which one is shown, from 0. */
  chosen: number;
  onChosen: (chosen: number) => void;
}

/** Tabs after the ARIA pattern: arrows go between them, and what is typed in one stays while another is shown. */
export function Tabs({ label, tabs, chosen, onChosen }: TabsProps) {
  const id = useId();
  // A screen is made when it is first shown, and stays.
  const shown = useRef(new Set<number>()).current;
  shown.add(chosen);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const next = steps[event.key]?.(chosen, tabs.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    onChosen(next);
    buttons.current[next]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab, i) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-tab-${i}`}
            aria-controls={`${id}-screen-${i}`}
            aria-selected={i === chosen}
            tabIndex={i === chosen ? 0 : -1}
            ref={(button) => {
              buttons.current[i] = button;
            }}
            onClick={() => onChosen(i)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab, i) => (
        <div
          key={tab.name}
          id={`${id}-screen-${i}`}
          class="tab-screen"
          role="tabpanel"
          aria-labelledby={`${id}-tab-${i}`}
          hidden={i !== chosen}
        >
          {shown.has(i) && tab.screen}
        </div>
      ))}
    </>
  );
}
