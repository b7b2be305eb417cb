import { useEffect, useRef, useState } from 'preact/hooks';
import type { Devices as DeviceList } from '../../shared/cluster/access.ts';
import { Member } from '../../shared/cluster/members.ts';
import type { Link } from '../replica/access.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useReplica } from '../ui/replica.ts';
import { useLive } from '../ui/use-live.ts';
import { useTask } from '../ui/use-task.ts';
import { When } from '../ui/when.tsx';
import { IssuedLink } from './issued-link.tsx';
import './lists.css';
import { ReachProblem } from './reach-problem.tsx';

type Device = DeviceList['devices'][number];

/**
 * The devices that may come in, and links for more; or those of one other member. Asked for from the cluster when it is
 * opened.
 */
export function Devices({ member }: { member?: string }) {
  const { access, view } = useReplica();
  const [devices, setDevices] = useState<readonly Device[]>();
  const people = useLive(async () => ({
    me: (await view.me())?.actor.member,
    names: new Map((await view.list(Member)).map(({ id, body }) => [id, body?.name])),
  }));
  const [link, setLink] = useState<Link>();
  const list = useRef<HTMLUListElement>(null);
  const listing = useTask(async () => {
    const answer = await access.devices();
    if (answer.ok) setDevices(answer.value);
    return answer;
  });
  const adding = useTask(async () => {
    const answer = await access.addDevice();
    if (answer.ok) setLink(answer.value);
    return answer;
  });
  const removing = useTask((device: Device) => access.revoke(device.id));
  // Once, when it is opened.
  useEffect(() => {
    void listing.run(undefined);
  }, []);
  const remove = async (device: Device) => {
    const done = await removing.run(device);
    if (!done?.ok) return;
    announce(`Removed: ${device.name}`);
    // The button that has the focus goes with its device.
    list.current?.focus();
    await listing.run(undefined);
  };
  const shown = devices?.filter((device) => member === undefined || device.member === member);
  const problem = removing.problem ?? adding.problem ?? listing.problem;
  return (
    <div class="stack">
      {!devices && listing.busy && <p class="soft">Asking the cluster …</p>}
      {shown?.length === 0 && <p class="soft">None is let in.</p>}
      <ul class="list" aria-label={member ? 'Their devices' : 'Your devices'} tabIndex={-1} ref={list}>
        {shown?.map((device) => (
          <li key={device.id} class="beside">
            <span>
              {device.name}
              {!member && device.member !== people?.me && <> · {people?.names.get(device.member) ?? 'a member'}</>}
              <br />
              <span class="soft small">
                {device.current ? (
                  'this one'
                ) : (
                  <>
                    since <When at={device.added} />
                  </>
                )}
              </span>
            </span>
            {!device.current && (
              <Confirm
                ask="Remove"
                label={`Remove ${device.name}`}
                look="quiet"
                yes="Remove it"
                no="Keep it"
                busy={removing.busy}
                onYes={() => remove(device)}
              >
                <p>‘{device.name}’ can no longer read the log. What it has not sent can still be copied there.</p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
      {problem && <ReachProblem problem={problem} />}
      {listing.problem && (
        <div class="row">
          <Button onPress={() => listing.run(undefined)}>Try again</Button>
        </div>
      )}
      {!member && (
        <div class="row">
          <Button busy={adding.busy} onPress={() => adding.run(undefined)}>
            Add a device
          </Button>
        </div>
      )}
      {link && (
        <IssuedLink link={link.link} expires={link.expires}>
          Paste it on your other device. It works once, for you alone.
        </IssuedLink>
      )}
    </div>
  );
}
