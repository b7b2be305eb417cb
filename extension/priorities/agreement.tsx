import type { Priority } from '../../shared/priorities/priority.ts';
import type { Record } from '../../shared/record.ts';
import './agreement.css';
import { conditionsOf } from '../../shared/priorities/agreement.ts';
import { AgreementConfirm } from './agreement-confirm.tsx';
import { AgreementSchools } from './agreement-schools.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { AgreementVoices } from './agreement-voice.tsx';
import { lackSentences } from './agreement-words.ts';
import { useScene } from './scene.ts';

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
