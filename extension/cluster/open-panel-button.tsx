import { openPanel } from '../platform/panel.ts';
import { Button } from '../ui/button.tsx';

/** Opens the panel beside whatever is being read. */
export function OpenPanelButton() {
  return (
    <div class="row">
      <Button look="main" onPress={() => openPanel()}>
        Open the panel
      </Button>
    </div>
  );
}
