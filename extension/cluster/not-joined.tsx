import { openWelcome } from '../platform/tabs.ts';
import { Button } from '../ui/button.tsx';
import './alone.css';

/** The panel on a device that belongs to no cluster yet. */
export function NotJoined() {
  return (
    <main class="panel-alone">
      <h1>Goldthread</h1>
      <p>Join your cluster, and what you read can go into its log.</p>
      <div class="row">
        <Button look="main" onPress={openWelcome}>
          Join or start a cluster
        </Button>
      </div>
    </main>
  );
}
