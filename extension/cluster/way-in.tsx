import { useState } from 'preact/hooks';
import { Disclosure } from '../ui/disclosure.tsx';
import { CreateForm } from './create-form.tsx';
import { JoinByLink, type Looked } from './join-by-link.tsx';
import { JoinForm } from './join-form.tsx';

interface WayInProps {
  defaultAddress: string;
  /** It can be no other address: the web app talks to whoever served it. */
  fixed?: boolean;
}

/** Into a cluster: by a link, or by starting one. What was typed stays, whatever goes wrong. */
export function WayIn({ defaultAddress, fixed }: WayInProps) {
  // What was typed stays, even where the policy's answer comes late.
  const [typed, setAddress] = useState<string>();
  const address = typed ?? defaultAddress;
  const [pasted, setPasted] = useState('');
  const [looked, setLooked] = useState<Looked>();
  if (looked) return <JoinForm looked={looked} onBack={() => setLooked(undefined)} />;
  return (
    <div class="stack wide">
      <section class="stack" aria-labelledby="join-title">
        <h2 id="join-title">Join your cluster</h2>
        <JoinByLink
          pasted={pasted}
          onPasted={setPasted}
          address={address}
          fixed={fixed}
          onAddress={setAddress}
          onLooked={setLooked}
        />
      </section>
      <Disclosure summary="Start a new cluster instead">
        <CreateForm address={address} fixed={fixed} onAddress={setAddress} />
      </Disclosure>
    </div>
  );
}
