import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './disclosure.css';

interface DisclosureProps {
  summary: string;
  children: ComponentChildren;
  open?: boolean;
}

/** Something that is there when it is wanted. Its inside is made when it is first opened. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  const [seen, setSeen] = useState(open);
  return (
    <details class="disclosure" open={open} onToggle={(event) => event.currentTarget.open && setSeen(true)}>
      {/* Before the toggle event, which comes late: the next Tab should find the inside. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
      <summary onClick={() => setSeen(true)}>{summary}</summary>
      {seen && <div class="disclosure-inside">{children}</div>}
    </details>
  );
}
