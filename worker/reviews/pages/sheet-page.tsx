/** @jsxImportSource hono/jsx */
import { encode } from 'uqr';
import { figureText } from '../../../shared/priorities/progress-words.ts';
import type { PublicPriority } from '../../../shared/reviews/public-review.ts';
import { homeOf } from './addresses.ts';
import { pageOf } from './frame.tsx';
import { ThreadTitle } from './priority-account.tsx';
import { standingOn } from './school-standing.ts';
import type { PartOptions } from './schools-page.tsx';
import { sheetStyles } from './sheet-styles.ts';
import { threadClass } from './threads.ts';
import { beginningOf, dayOf, periodWords } from './words.tsx';

/** So many letters of a priority's account fit, by how many priorities there are. */
const roomFor = (priorities: number) => Math.floor(660 / Math.max(2, priorities));

/** An address as a QR code: one path, black on white whatever the colours around it. */
function Code({ address }: { address: string }) {
  const { size, data } = encode(address, { ecc: 'M', border: 2 });
  const d = data
    .flatMap((row, y) => {
      // A run of dark squares is one stroke.
      const runs: string[] = [];
      for (let x = 0; x < size; x++) {
        if (!row[x] || row[x - 1]) continue;
        let end = x;
        while (row[end]) end++;
        runs.push(`M${x} ${y}h${end - x}v1H${x}z`);
      }
      return runs;
    })
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`QR code: ${address}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={d} />
    </svg>
  );
}

/** What a school's newest figure of a priority says, in a line: of its first indicator that has one. */
function figureLine({ indicators }: PublicPriority, urn: string): string | undefined {
  for (const indicator of indicators) {
    const figures = indicator.schools.find((one) => one.urn === urn);
    if (!figures) continue;
    const { baseline, latest, own } = standingOn(indicator, figures);
    if (!latest || typeof baseline?.value !== 'number' || baseline.period === latest.period) continue;
    const text = (value: number) => figureText(value, indicator.unit);
    const target = own ? ` Our target: ${text(own.value)}.` : '';
    return `${beginningOf(indicator.name, 90)}: ${text(baseline.value)} at the start, ${text(latest.value)} now.${target}`;
  }
  return undefined;
}

/** One side of A4 for the gate and the newsletter, with the way to the review as a QR code. */
export function sheetPage({ site, review, base, urn }: PartOptions & { urn: string }): string | undefined {
  const school = review.schools.find((one) => one.urn === urn);
  if (!school) return undefined;
  const address = `${site.origin}${homeOf(site)}`;
  const room = roomFor(review.what.length);
  return pageOf({
    site,
    title: `Sheet for ${school.name}`,
    path: `${base}/sheet/${urn}`,
    own: sheetStyles,
    current: 'review',
    children: (
      <>
        <p class="note noprint">
          Print this page for the gate: it is one side of A4. For the newsletter, copy what you need. Back to{' '}
          <a href={base}>the review</a>.
        </p>
        <article class="a4">
          <p class="over">
            {beginningOf(school.name, 80)} · {beginningOf(review.partnership.name, 60)}
            {review.partnership.demo && ' · a demonstration'}
          </p>
          <h1>What we promised, and how it is going</h1>
          {review.what.map((priority) => {
            const happened = priority.parts.find(({ part }) => part === 'happened')?.text;
            const not = priority.parts.find(({ part }) => part === 'not-worked')?.text;
            const line = figureLine(priority, urn);
            return (
              <section class={`thread ${threadClass(priority.thread)}`}>
                <h2>
                  <ThreadTitle thread={priority.thread} title={beginningOf(priority.title, 110)} />
                </h2>
                {happened && <p>{beginningOf(happened, room)}</p>}
                {not && review.what.length <= 3 && (
                  <p>
                    <b>What did not work:</b> {beginningOf(not, Math.floor(room * 0.6))}
                  </p>
                )}
                {line && (
                  <p>
                    <b>Here:</b> {line}
                  </p>
                )}
              </section>
            );
          })}
          <div class="qr">
            <Code address={address} />
            <div>
              <p class="big">Read all of it. Ask us anything about it.</p>
              <p>{address.replace(/^https?:\/\//, '')}</p>
              <p class="small">
                You need no account. {periodWords(review.period).replace(/^t/, 'T')}, published on{' '}
                {dayOf(review.published)}.
              </p>
            </div>
          </div>
        </article>
      </>
    ),
  });
}
