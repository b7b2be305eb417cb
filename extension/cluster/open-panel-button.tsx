import { openPanel } from '../platform/panel.ts';
import { Button } from '../ui/button.tsx';

/** The browser's own number for the window that a page stands in; looking it up would lose the click's permission. */
const thisWindow = -2;

/** Opens the panel beside whatever is being read. */
export function OpenPanelButton() {
  return (
    <div class="row">
      <Button look="main" onPress={() => openPanel(thisWindow)}>
        Open the panel
      </Button>
    </div>
  );
}
