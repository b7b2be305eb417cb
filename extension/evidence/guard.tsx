import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import { clipOf } from '../../shared/evidence/pasted.ts';
import type { PupilDataKind } from '../../shared/evidence/pupil-data.ts';
import { accessOf } from '../../shared/evidence/source-access.ts';
import { withoutUpnsIn } from '../../shared/evidence/upns.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import './guard.css';
import { AccessReason } from './access-reason.tsx';
import { type Find, findsIn, type Texts, withoutFinds } from './pupil-finds.ts';

interface GuardProps {
  texts: Texts;
  /** What its author has said is not about a pupil. */
  kept: readonly string[];
  /** A pupil's number was taken out. */
  upnOut: boolean;
  /** How often saving was tried and stopped here: the question takes the focus then. */
  asked: number;
  /** `upnOut`: what was taken out of them is a pupil's number. */
  onTexts: (texts: Texts, upnOut?: true) => void;
  /** Keeps these, and goes on with what was asked for. */
  onKept: (keys: string[]) => void;
}

/** Whether a card is not saved as it is: its author is asked first, or nothing is kept of its source. */
export const isStopped = (card: Texts & { kept?: readonly string[] }): boolean =>
  findsIn(card, card.kept).length > 0 || isClosed(card);

/** A card as it may be saved: a number typed in this very moment is taken out too. */
export const withoutUpns = <T extends Texts>(card: T): T => withoutUpnsIn(card);

/** Where it is from, as it is known so far. */
const placeOf = ({ source, pasted }: Texts) => (pasted ? clipOf(pasted).source : source);

const isClosed = (texts: Texts) => {
  const at = placeOf(texts);
  return !texts.table && at !== undefined && accessOf(at) !== 'open';
};

const kindWords: { [kind in PupilDataKind]: string } = {
  upn: 'Pupil’s number',
  uln: 'Learner’s number',
  birth: 'Date of birth',
  email: 'E-mail address',
  phone: 'Telephone number',
  name: 'Pupil’s name',
  'small-number': 'So few that they might be recognised',
};

/** What stands between some words and the log: pupils' data in them, for their author to look at. */
export function Guard({ texts, kept, upnOut, asked, onTexts, onKept }: GuardProps) {
  const finds = useMemo(() => findsIn(texts, kept), [JSON.stringify(texts), kept.join('\n')]);
  const closed = isClosed(texts);
  useEffect(() => {
    const clean = withoutUpnsIn(texts);
    if (clean !== texts) onTexts(clean, true);
  });
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const seen = useRef(asked);
  useEffect(() => {
    if (asked === seen.current) return;
    seen.current = asked;
    box.current?.focus();
  }, [asked]);
  useEffect(() => {
    if (upnOut) announce(upnWords);
  }, [upnOut]);
  const many = finds.length > 1;
  useEffect(() => {
    if (finds.length > 0) announce(many ? 'Are these about a pupil?' : 'Is this about a pupil?');
  }, [finds.length]);

  const takeOut = (some: readonly Find[]) => {
    onTexts(withoutFinds(texts, some));
    announce('Taken out');
    // What held the focus goes with it.
    if (some.length < finds.length) box.current?.focus();
    else box.current?.closest('form')?.querySelector('textarea')?.focus();
  };
  return (
    <>
      {upnOut && (
        <Notice>
          <p class="small">{upnWords}</p>
        </Notice>
      )}
      {closed && (
        <section class="notice trouble" tabIndex={-1} ref={box} aria-label="Not from here">
          <AccessReason access={accessOf(placeOf(texts) ?? { url: '' })} />
        </section>
      )}
      {!closed && finds.length > 0 && (
        <section class="notice hint guard" tabIndex={-1} ref={box} aria-labelledby={id}>
          <h3 id={id}>{many ? 'Are these about a pupil?' : 'Is this about a pupil?'}</h3>
          <ul>
            {finds.map((find) => (
              <li key={find.key}>
                <span class="small soft">{kindWords[find.kind]}</span>
                <span class="guard-words">
                  …{find.before}
                  <mark>{find.words}</mark>
                  {find.after}…
                </span>
                {many && (
                  <Button look="quiet" label={`Take it out: ${find.words}`} onPress={() => takeOut([find])}>
                    Take it out
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <p class="small">Nothing in the log should tell of one child.</p>
          <div class="row">
            <Button onPress={() => takeOut(finds)}>{many ? 'Take all out' : 'Take it out'}</Button>
            <Button look="quiet" onPress={() => onKept(finds.map(({ key }) => key))}>
              {many ? 'Keep them, none is about a pupil' : 'Keep it, it is not about a pupil'}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

const upnWords =
  'A pupil’s number (UPN) was taken out, and █ put in its place. It names one child, so it is never kept, on this device or in the log.';
