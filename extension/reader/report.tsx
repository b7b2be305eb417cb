import type { Inspection } from '../page/pdf/inspection.ts';
import { Button } from '../ui/button.tsx';

interface ReportProps {
  inspection: Inspection;
  onClip: (start: number, end: number) => void;
}

const day = (iso: string) =>
  new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What an inspection report says, on its own scale, and what to do next, each saved with one press. */
export function Report({ inspection, onClip }: ReportProps) {
  const { school, urn, period, published, grades, safeguarding, improve } = inspection;
  const rows = [
    ['School', school && urn ? `${school}, URN ${urn}` : (school ?? urn)],
    ['Inspected from', period && day(period.replace(/^day:/, ''))],
    ['Published', published && day(published)],
    ['Safeguarding', safeguarding],
    ...grades.map(({ area, grade }) => [area, grade]),
  ];
  return (
    <section class="reader-report stack" aria-label="What the report says">
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {improve.length > 0 && (
        <>
          <h2>What to improve</h2>
          <ol class="stack">
            {improve.map(({ text, start, end }, i) => (
              <li key={start}>
                <p>{text}</p>
                <Button look="quiet" label={`Save this, number ${i + 1}`} onPress={() => onClip(start, end)}>
                  Save this
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
