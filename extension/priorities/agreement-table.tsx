import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { takesPart } from '../../shared/cluster/schools.ts';
import { indicatorsFor } from '../../shared/priorities/agreement.ts';
import { figureText } from '../../shared/priorities/figure-words.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import { When } from '../ui/when.tsx';
import { type Stand, standOf } from './agreement-words.ts';
import { maySetStart } from './may-set-start.ts';
import { nameAmid, nameIn, schoolIn, useScene } from './scene.ts';

const entry = () => import('./start-entry.tsx').then(({ StartEntry }) => StartEntry);

/** Who has what at the moment: where each school stands on a priority, and the way to what it lacks. */
export function AgreementTable({ priority }: { priority: Record<Priority> }) {
  const scene = useScene();
  const [entering, setEntering] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  // Back to where it was opened: the button, or what stands in its place from now on.
  const close = (school: string, set: boolean) => {
    setEntering(undefined);
    requestAnimationFrame(() => {
      const cell = table.current?.querySelector<HTMLElement>(`[data-start="${school}"]`);
      ((!set && cell?.querySelector('button')) || cell)?.focus();
    });
  };
  const noticed = (school: string) =>
    scene.noticings.filter(({ body }) => body?.school === school && body.priority === priority.id).length;
  return (
    <table class="agreement-table" ref={table}>
      <caption class="unseen">Where each school stands</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Starts from</th>
          <th scope="col">Noticed</th>
          <th scope="col">Says</th>
        </tr>
      </thead>
      <tbody>
        {scene.schools.map((school) => {
          const { id, body } = school;
          if (!body) return null;
          const name = (
            <th scope="row">
              {body.name}
              {body.acting && <span class="soft small"> {nameIn(scene, body.acting)} acts for it</span>}
            </th>
          );
          if (!takesPart(school)) {
            return (
              <tr key={id}>
                {name}
                <td colSpan={3} class="soft">
                  {body.away?.how === 'left' ? 'Has left' : 'Absent'}: {body.away?.reason}
                </td>
              </tr>
            );
          }
          const stand = standOf(scene, priority, id);
          return (
            <Fragment key={id}>
              <tr>
                {name}
                <td data-label="Starts from" data-start={id} tabIndex={-1}>
                  {stand.lacks.includes('no-baseline') && entering !== id && maySetStart(scene.me, school) ? (
                    <div class="row">
                      <NotYet />
                      <Button
                        look="quiet"
                        label={`Enter it: where ${body.name} starts from`}
                        onPress={() => setEntering(id)}
                      >
                        Enter it
                      </Button>
                    </div>
                  ) : (
                    <Baselines stand={stand} />
                  )}
                </td>
                <td data-label="Noticed">
                  {stand.lacks.includes('nothing-noticed') ? (
                    <NotYet />
                  ) : noticed(id) > 1 ? (
                    `✓ ${noticed(id)}`
                  ) : (
                    '✓ Written'
                  )}
                </td>
                <td data-label="Says">
                  <Word stand={stand} />
                </td>
              </tr>
              {entering === id && (
                <tr class="agreement-entry">
                  <td colSpan={4}>
                    <Later
                      load={entry}
                      props={{
                        indicators: indicatorsFor(scene.indicators, priority.id, id).map((one) => one.id),
                        school: id,
                        named: true,
                        onDone: () => close(id, true),
                        onLeave: () => close(id, false),
                      }}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

const NotYet = () => <span class="not-yet">Not yet</span>;

function Baselines({ stand: { baselines, lacks } }: { stand: Stand }) {
  const scene = useScene();
  if (lacks.includes('nothing-measured')) return <span class="not-yet">No indicator is for it</span>;
  if (lacks.includes('no-baseline')) return <NotYet />;
  return (
    <ul>
      {baselines.map(({ indicator, reading }) => {
        const body = scene.indicators.find((one) => one.id === indicator)?.body;
        return (
          body && (
            <li key={indicator}>
              ✓ {figureText(reading.value, body.unit)}
              <span class="soft small">
                {' '}
                {body.name}, {periodLabel(reading.period)}
              </span>
            </li>
          )
        );
      })}
    </ul>
  );
}

function Word({ stand: { word, earlier } }: { stand: Stand }) {
  const scene = useScene();
  const said = scene.agreements.find(({ body }) => body === word)?.id;
  if (word) {
    return (
      <>
        {word.objection === undefined ? (
          <span>✓ Agrees</span>
        ) : (
          <>
            <strong>✕ Objects</strong>
            <p class="written">{word.objection}</p>
            {said && (
              <RedactButton
                kind="agreement"
                id={said}
                words={word.objection}
                label={`why ${schoolIn(scene, word.school)} objects`}
              />
            )}
          </>
        )}
        <span class="soft small">
          {' '}
          {nameAmid(scene, word.by)}, <When at={word.at} />
        </span>
      </>
    );
  }
  return (
    <>
      <NotYet />
      {earlier && (
        <span class="soft small">
          {' '}
          {earlier.objection === undefined ? 'Agreed to' : 'Objected to'} an earlier wording, <When at={earlier.at} />
        </span>
      )}
    </>
  );
}
