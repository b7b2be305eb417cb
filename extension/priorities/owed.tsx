import { useRef, useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { isOf, speaksFor } from '../../shared/cluster/schools.ts';
import { dayAt, grouped, isWanted, type Owed as OwedOne, owedOn } from '../../shared/priorities/due.ts';
import { calendarAhead, dueEvents } from '../../shared/priorities/due-events.ts';
import { icsOf } from '../../shared/priorities/ics.ts';
import { linkToThing, thingFor } from '../../shared/priorities/one-thing.ts';
import { monthText } from '../../shared/priorities/progress-words.ts';
import { enterReading } from '../../shared/priorities/reading.ts';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { DoAgree } from './do-agree.tsx';
import './owed.css';
import { owedMessage, owedWhen, owedWords } from './owed-words.ts';
import { EnterReading } from './reading-enter.tsx';
import { StartEntry } from './start-entry.tsx';
import { TargetsOf } from './targets-of.tsx';
import { type SeenDealings, useDealings } from './use-dealings.ts';

const keyOf = (owed: OwedOne) => Object.values(owed).join(' ');

/** Who owes what: by school, and by the month in which figures come out. */
export function Owed() {
  const dealings = useDealings();
  const here = useWhereabouts();
  const now = useNow();
  const [by, setBy] = useState<'school' | 'month'>('school');
  if (!dealings || !here) return null;
  const all = owedOn(dealings, dayAt(now), calendarAhead);
  const wanted = all.filter(isWanted);
  const coming = all.filter((one) => !isWanted(one));
  const address = here.session?.address;
  const cluster = here.cluster?.name ?? 'our partnership';
  const schoolName = (id: string) => dealings.schools.find((one) => one.id === id)?.body?.name ?? '';
  const linkTo = (one: OwedOne) => {
    const thing = thingFor(one);
    return address ? (thing ? linkToThing(address, thing) : `${address}/app/`) : '';
  };
  const calendar = () => icsOf(`${cluster}: what is due`, dueEvents(all, { ...dealings, schoolName, linkTo }), now);
  const schools = grouped(wanted, ({ school }) => school).sort(([a], [b]) =>
    schoolName(a).localeCompare(schoolName(b), 'en-GB'),
  );
  const months = grouped([...wanted, ...coming], (one) => (isWanted(one) ? '' : (one.month ?? '')));
  return (
    <div class="stack wide owed-screen">
      <p>
        {wanted.length === 0
          ? 'Nothing is open. Thank you, everyone.'
          : `${wanted.length} ${wanted.length === 1 ? 'thing is' : 'things are'} open.`}
      </p>
      <div class="row">
        <Button
          look={by === 'school' ? 'plain' : 'quiet'}
          aria-pressed={by === 'school'}
          onPress={() => setBy('school')}
        >
          By school
        </Button>
        <Button look={by === 'month' ? 'plain' : 'quiet'} aria-pressed={by === 'month'} onPress={() => setBy('month')}>
          By month
        </Button>
        <SaveButton text={calendar()} file="what-is-due.ics" type="text/calendar">
          Save as a calendar
        </SaveButton>
      </div>
      <CalendarLink />
      {by === 'school' &&
        schools.map(([school, owed]) => {
          const text = owedMessage({ ...dealings, school: schoolName(school), cluster, address, owed });
          return (
            <section key={school} class="stack tight" aria-labelledby={`owed-${school}`}>
              <h2 id={`owed-${school}`}>{schoolName(school)}</h2>
              <OwedList owed={owed} dealings={dealings} />
              <Disclosure summary="A message to send">
                <div class="stack">
                  <pre class="owed-message">{text}</pre>
                  <div class="row">
                    <CopyButton text={text}>Copy the message</CopyButton>
                  </div>
                </div>
              </Disclosure>
            </section>
          );
        })}
      {by === 'month' &&
        months.map(([month, owed]) => (
          <section key={month} class="stack tight" aria-labelledby={`owed-${month || 'now'}`}>
            <h2 id={`owed-${month || 'now'}`}>{month ? monthText(month) : 'Now'}</h2>
            <OwedList owed={owed} dealings={dealings} schoolName={schoolName} />
          </section>
        ))}
    </div>
  );
}

interface OwedListProps {
  owed: readonly OwedOne[];
  dealings: SeenDealings;
  /** Names the school of each, where they are of several. */
  schoolName?: (id: string) => string;
}

/** Some of what is owed; what one may do oneself is done in place. */
export function OwedList({ owed, dealings, schoolName }: OwedListProps) {
  const [open, setOpen] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  // Back to where it was opened, or to the list: what is settled goes from it.
  const close = (at: number, settled: boolean) => {
    setOpen(undefined);
    requestAnimationFrame(() => {
      const button = list.current?.children[at]?.querySelector('button');
      ((!settled && button) || list.current)?.focus();
    });
  };
  return (
    <ul class="owed" ref={list} tabIndex={-1}>
      {owed.map((one, at) => {
        const key = keyOf(one);
        const words = owedWords(one, dealings);
        const done = () => close(at, true);
        const leave = () => close(at, false);
        return (
          <li key={key}>
            <div class="owed-line">
              <span>
                {schoolName && `${schoolName(one.school)} · `}
                {words}
                <span class="soft small owed-when">{owedWhen(one)}</span>
              </span>
              {open !== key && may(one, dealings) && (
                <Button look="quiet" label={`${doing[one.what]}: ${words}`} onPress={() => setOpen(key)}>
                  {doing[one.what]}
                </Button>
              )}
            </div>
            {open === key && one.what === 'reading' && (
              <EnterReading
                indicator={one.indicator}
                school={one.school}
                period={one.period}
                fixed
                onDone={done}
                onLeave={leave}
              />
            )}
            {open === key && one.what === 'agreement' && (
              <DoAgree priority={one.priority} school={one.school} onDone={done} />
            )}
            {open === key && one.what === 'baseline' && (
              <StartEntry indicators={[one.indicator]} school={one.school} onDone={done} onLeave={leave} />
            )}
            {open === key && (one.what === 'target' || one.what === 'stretch') && (
              <TargetsOf indicator={one.indicator} school={one.school} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const doing = {
  reading: 'Enter it',
  baseline: 'Set it',
  target: 'Set it',
  stretch: 'Set it',
  agreement: 'Read and answer',
  noticing: '',
} as const;

/** Whether the one who looks can settle it here. What a school noticed is written where its figures are looked at. */
function may(one: OwedOne, { me, schools }: SeenDealings): boolean {
  const school = schools.find(({ id }) => id === one.school);
  if (!me || !school || !can(me, enterReading.capability)) return false;
  if (one.what === 'noticing' || (one.what === 'reading' && one.standing === 'coming')) return false;
  if (one.what === 'reading' || one.what === 'baseline') return me.role === 'coordinator' || isOf(me, school);
  return speaksFor(me, school);
}
