import { writeRecovery } from '../../shared/cluster/recovery.ts';
import { printPage } from '../platform/tabs.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { onDay } from '../ui/when.tsx';
import './recovery-sheet.css';

interface RecoverySheetProps {
  code: string;
  clusterName: string;
  clusterId: string;
  address: string;
  onKept: () => void;
}

/** The recovery code, to print or to copy: the way back in when every device is lost. */
export function RecoverySheet({ code, clusterName, clusterId, address, onKept }: RecoverySheetProps) {
  const today = Date.now();
  const written = writeRecovery(code);
  return (
    <div class="stack wide">
      <div class="recovery-sheet stack">
        <h2>Recovery code for {clusterName}</h2>
        <p>
          If you lose every device, this lets you back in: open Goldthread on another one, choose ‘Join your cluster’
          and type it in. It works once. Whoever has it can come in as you, so keep it where you keep keys.
        </p>
        <p class="recovery-code">
          <code>
            {written.split(' ').map((piece, i) => (
              <span key={i}>{piece}</span>
            ))}
          </code>
        </p>
        <dl class="facts">
          <dt>Address</dt>
          <dd>{address}</dd>
          <dt>Cluster</dt>
          <dd>
            <code>{clusterId}</code>
          </dd>
          <dt>Made on</dt>
          <dd>{onDay(today, 0)}</dd>
        </dl>
      </div>
      <div class="row">
        <Button onPress={printPage}>Print</Button>
        <CopyButton text={written}>Copy the code</CopyButton>
      </div>
      <div class="row">
        <Button look="main" onPress={onKept}>
          I have kept it
        </Button>
      </div>
    </div>
  );
}
