import { Disclosure } from '../ui/disclosure.tsx';
import { Devices } from './devices.tsx';
import { Leave } from './leave.tsx';
import { NewRecovery } from './new-recovery.tsx';
import type { UnsentText } from './use-unsent.ts';
import { useWhereabouts } from './use-whereabouts.ts';

/** Devices, the recovery code, and the way out. */
export function ThisDevice({ unsentText }: { unsentText: UnsentText }) {
  const here = useWhereabouts();
  return (
    <section class="stack" aria-labelledby="device-title">
      <h2 id="device-title">You and your devices</h2>
      <div>
        <Disclosure summary={here?.me?.actor.role === 'coordinator' ? 'Your devices, and everyone’s' : 'Your devices'}>
          <Devices />
        </Disclosure>
        <Disclosure summary="Recovery code">
          <NewRecovery />
        </Disclosure>
        <Disclosure summary="Leave this device">
          <Leave unsentText={unsentText} />
        </Disclosure>
      </div>
      {here?.session && (
        <p class="soft small">
          For support: {here.session.cluster} at {here.session.address}
        </p>
      )}
    </section>
  );
}
