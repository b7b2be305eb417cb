import { isConnected } from '../../platform/messages.ts';
import { closestTo, newElement, pageRoot, pageSelection } from '../capture/unclobbered.ts';

/** How long a selection must rest before the button appears, in milliseconds. */
const rest = 250;

const styles = `
  button {
    font: 500 13px/1 system-ui, sans-serif;
    padding: 8px 12px;
    border: 1px solid #8a8578;
    border-radius: 6px;
    background: #ffffff;
    color: #23262b;
    box-shadow: 0 1px 4px rgb(0 0 0 / 20%);
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover { background: #f1ede4; }
  button:focus-visible { outline: 2px solid #8a6100; outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    button { background: #202329; color: #e9e6df; border-color: #858890; }
    button:hover { background: #2a2d33; }
    button:focus-visible { outline-color: #dcb25c; }
  }
  @media print { button { display: none; } }
`;

/** Where nobody reads but somebody writes, or where there is no room. */
function isElsewhere(selection: Selection): boolean {
  const node = selection.anchorNode;
  const at = node instanceof Element ? node : node?.parentElement;
  const writing = at && closestTo(at, 'input, textarea, select, [contenteditable]:not([contenteditable="false"])');
  return Boolean(writing) || innerWidth < 200 || innerHeight < 100;
}

/** Where the selection ends on the screen, if that is in sight. */
function endOf(selection: Selection): DOMRect | undefined {
  if (selection.rangeCount === 0 || selection.isCollapsed || selection.toString().trim() === '') return undefined;
  const box = [...selection.getRangeAt(selection.rangeCount - 1).getClientRects()].findLast(({ width }) => width > 0);
  return box && box.bottom > 0 && box.top < innerHeight ? box : undefined;
}

/**
 * Shows a button beside what is selected, and tells when a person presses it. The only thing of ours in a page's
 * document: one element, of which the page sees neither what is in it nor anything that it could press itself.
 */
export function watchSelection(pressed: () => void, signal: AbortSignal): void {
  const host = newElement('div');
  const button = newElement('button');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dismissed = '';
  let holding = false;

  const place = (important: { [property: string]: string }) => {
    for (const [name, value] of Object.entries(important)) host.style.setProperty(name, value, 'important');
  };
  const build = () => {
    const root = host.attachShadow({ mode: 'closed' });
    const style = newElement('style');
    style.textContent = styles;
    button.type = 'button';
    button.textContent = 'Save to Goldthread';
    root.append(style, button);
    // Pressing it neither moves the focus nor loses the selection.
    button.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    button.addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted) return;
        hide();
        pressed();
      },
      { signal },
    );
  };
  const hide = () => host.remove();
  const show = () => {
    if (!isConnected()) return hide();
    const selection = pageSelection();
    const end = selection && !isElsewhere(selection) ? endOf(selection) : undefined;
    if (!selection || !end || selection.toString() === dismissed) return hide();
    dismissed = '';
    if (!button.parentNode) build();
    const room = { width: 170, height: 40 };
    const below = end.bottom + 6 + room.height < innerHeight;
    place({
      all: 'initial',
      position: 'fixed',
      'z-index': '2147483647',
      left: `${Math.max(4, Math.min(end.right - 20, innerWidth - room.width))}px`,
      top: `${below ? end.bottom + 6 : Math.max(4, end.top - room.height)}px`,
    });
    if (!host.isConnected) pageRoot()?.append(host);
  };
  const soon = () => {
    clearTimeout(timer);
    if (!holding) timer = setTimeout(show, rest);
  };

  addEventListener(
    'selectionchange',
    () => {
      if (pageSelection()?.isCollapsed) hide();
      soon();
    },
    { signal, passive: true, capture: true },
  );
  addEventListener(
    'mousedown',
    ({ target }) => {
      holding = target !== host;
    },
    { signal, passive: true, capture: true },
  );
  addEventListener(
    'mouseup',
    () => {
      holding = false;
      soon();
    },
    { signal, passive: true, capture: true },
  );
  addEventListener('scroll', () => host.isConnected && show(), { signal, passive: true, capture: true });
  addEventListener('resize', () => host.isConnected && show(), { signal, passive: true, capture: true });
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape' || !host.isConnected) return;
      dismissed = pageSelection()?.toString() ?? '';
      hide();
    },
    { signal, passive: true, capture: true },
  );
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      hide();
    },
    { once: true },
  );
}
