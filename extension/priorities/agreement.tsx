import { takesPart } from '../../shared/cluster/schools.ts';
import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import { When } from '../ui/when.tsx';
import './agreement.css';
import { conditionsOf } from '../../shared/priorities/agreement.ts';
import { periodLabel } from '../../shared/priorities/period.ts';
import { AgreementConfirm } from './agreement-confirm.tsx';
import { AgreementSchools } from './agreement-schools.tsx';
import { AgreementVoices } from './agreement-voice.tsx';
import { lackSentences, type Stand, standOf } from './agreement-words.ts';
import { figureText } from './figure-words.ts';
import { nameAmid, nameIn, useScene } from './scene.ts';

/** Who has agreed to a priority, what is asked of whom, and the ways there. */
export function AgreementSection({ priority }: { priority: Record<Priority> & { body: Priority } }) {
  const scene = useScene();
  const agreed = priority.body.state === 'agreed';
  const outstanding = agreed ? lackSentences(conditionsOf(scene, priority), scene) : [];
  return (
    <section class="stack" aria-labelledby="agreement-title">
      <h2 id="agreement-title">Agreement</h2>
      <p class="soft">
        {agreed
          ? 'Every school that takes part has its say here. What is outstanding stands beside its name.'
          : 'A priority is agreed when every school has recorded where it starts, written what it noticed, and agreed.'}
      </p>
      {outstanding.length > 0 && (
        <div class="notice">
          <p>Still outstanding:</p>
          <ul>
            {outstanding.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <AgreementVoices priority={priority} />
      {scene.schools.length > 0 && <AgreementTable priority={priority} />}
      <AgreementSchools />
      {!agreed && <AgreementConfirm priority={priority} />}
    </section>
  );
}

function AgreementTable({ priority }: { priority: Record<Priority> }) {
  const scene = useScene();
  const noticed = (school: string) =>
    scene.noticings.filter(({ body }) => body?.school === school && body.priority === priority.id).length;
  return (
    <table class="agreement-table">
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
            <tr key={id}>
              {name}
              <td data-label="Starts from">
                <Baselines stand={stand} />
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
          );
        })}
      </tbody>
    </table>
  );
}

const NotYet = () => <span class="not-yet">Not yet</span>;

function Baselines({ stand: { baselines, lacks } }: { stand: Stand }) {
  const scene = useScene();
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
  if (word) {
    return (
      <>
        {word.objection === undefined ? (
          <span>✓ Agrees</span>
        ) : (
          <>
            <strong>✕ Objects</strong>
            <p class="written">{word.objection}</p>
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
