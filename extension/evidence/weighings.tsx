import { removedWords } from '../../shared/cluster/redact.ts';
import type { Evidence } from '../../shared/evidence/evidence.ts';
import { differencesOf, type Weighing, weighingsOf } from '../../shared/evidence/weighing.ts';
import type { Record } from '../../shared/record.ts';
import { RedactButton } from '../cluster/redact-button.tsx';
import { listed } from '../cluster/wording.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Notice } from '../ui/notice.tsx';
import { When } from '../ui/when.tsx';
import { useSurroundings } from './log-context.ts';
import { differenceWords, strengthWords, weighingWords } from './weigh-words.ts';
import './weighings.css';

interface WeighingsProps {
  piece: Record<Evidence>;
  /** Every weighing of it, of whatever wording. */
  weighings: readonly Record<Weighing>[];
  /** Talks about what people differ in, beginning with these words. */
  onTalk: (text: string) => void;
}

/** What people made of a piece, beside each other; where they differ, that is said and can be talked about. */
export function Weighings({ piece, weighings, onTalk }: WeighingsProps) {
  const { nameOf, me } = useSurroundings();
  const held = weighingsOf(weighings, piece);
  const differ = differencesOf(held);
  const past = weighings.filter(({ body }) => body && !held.includes(body));
  if (weighings.length === 0) return null;
  const others = held.filter(({ by }) => by !== me?.member).map(({ by }) => `@${nameOf(by)}`);
  return (
    <section class="stack tight weighings" aria-label="What people made of it">
      {held.length === 0 && <p class="soft small">It was worded anew since it was weighed.</p>}
      {differ.length > 0 && (
        <Notice>
          <p>
            <b>People differ on {listed(differ.map((one) => differenceWords[one]))}.</b>
          </p>
          <ul class="small">
            {held.map((one) => (
              <li key={one.by}>
                {nameOf(one.by)}: {sideOf(one, differ)}
              </li>
            ))}
          </ul>
          <div class="row">
            <Button
              onPress={() =>
                onTalk(`${others.join(' ')} we differ on ${listed(differ.map((one) => differenceWords[one]))}. `)
              }
            >
              Talk about it
            </Button>
          </div>
        </Notice>
      )}
      <ul class="weighings-list">
        {held.map((one) => (
          <li key={one.by}>
            <OneWeighing one={one} id={weighings.find(({ body }) => body === one)?.id} />
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <Disclosure summary={`What was said before (${past.length})`}>
          <ul class="stack">
            {past.map(({ id, body }) => (
              <li key={id}>{body && <OneWeighing one={body} id={id} was={wasOf(body, piece)} />}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Why a weighing no longer holds. */
function wasOf(one: Weighing, piece: Record<Evidence>): string {
  if (one.back) return 'taken back';
  return one.wording === (piece.body?.wording ?? 0) ? 'weighed anew since' : 'of an earlier wording';
}

function sideOf({ relevant, strength, stance }: Weighing, differ: readonly string[]): string {
  const sides = [
    differ.includes('relevant') && (relevant ? 'relevant' : 'set aside'),
    differ.includes('strength') && strength && strengthWords[strength].name.toLowerCase(),
    differ.includes('stance') && stance,
  ];
  return sides.filter(Boolean).join(', ') || 'not said';
}

function OneWeighing({ one, id, was }: { one: Weighing; id: string | undefined; was?: string }) {
  const { nameOf, tagsOf } = useSurroundings();
  const said = [one.reason, one.soWhat];
  const tags = one.tags && (tagsOf?.({ id: '', tags: one.tags }) ?? one.tags);
  return (
    <div class="stack tight">
      <p class="small">
        <b>{nameOf(one.by)}</b> · {weighingWords(one)}{' '}
        <span class="soft">
          · <When at={one.at} />
          {was && ` · ${was}`}
        </span>
      </p>
      {one.reason && <p class="weighing-words">{one.reason}</p>}
      {one.soWhat && <p class="weighing-words">So what: {one.soWhat}</p>}
      {tags && tags.length > 0 && <p class="small soft">Tags added: {tags.join(', ')}</p>}
      {id && said.some(Boolean) && (
        <div class="row">
          <RedactButton
            kind="weighing"
            id={id}
            words={said.every((words) => !words || words === removedWords) ? removedWords : undefined}
            label={`what ${nameOf(one.by)} made of it`}
          />
        </div>
      )}
    </div>
  );
}
