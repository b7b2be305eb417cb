import { gradeScales } from '../../shared/evidence/page-source.ts';
import type { ToldPage } from '../../shared/evidence/told-page.ts';
import { Button } from '../ui/button.tsx';
import { useReplica } from '../ui/replica.ts';
import { scaleWords } from './kind-words.ts';
import { takeGrade } from './take-grade.ts';

/** What an inspection said, by area, on the scale that it was given on; each is taken in hand with one press. */
export function PageGrades({ page }: { page: ToldPage }) {
  const replica = useReplica();
  const { grades = [] } = page.source;
  const scales = gradeScales.filter((scale) => grades.some((one) => one.scale === scale));
  return (
    <>
      {scales.map((scale) => (
        <section key={scale} class="stack tight" aria-label={scaleWords[scale]}>
          <h3 class="small">{scaleWords[scale]}</h3>
          <ul class="page-grades">
            {grades.map(
              (one, i) =>
                one.scale === scale && (
                  <li key={`${one.area} ${one.grade}`}>
                    <span>
                      {one.area} <b>{one.grade}</b>
                    </span>
                    <Button
                      look="quiet"
                      label={`Take it: ${one.area}, ${one.grade}`}
                      onPress={() => void takeGrade(replica, page, i).catch(reportError)}
                    >
                      Take it
                    </Button>
                  </li>
                ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}
