import { useState } from 'preact/hooks';
import { can } from '../../shared/cluster/roles.ts';
import { holdMeeting, recordDecision } from '../../shared/cycles/decision.ts';
import {
  meetingParts,
  meetingText,
  type MeetingPart as Part,
  pieceWords,
  type Saying,
  saidWords,
} from '../../shared/cycles/meeting-text.ts';
import { sinceThen } from '../../shared/cycles/since.ts';
import { dayAt } from '../../shared/priorities/due.ts';
import { useWhereabouts } from '../cluster/use-whereabouts.ts';
import { printPage } from '../platform/tabs.ts';
import { owedWords } from '../priorities/owed-words.ts';
import { dayInWords } from '../priorities/priority-words.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { useNow } from '../ui/now.ts';
import { hrefTo } from '../ui/route.ts';
import { SaveButton } from '../ui/save-button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Decide } from './decide.tsx';
import { DecidingProvider } from './deciding.ts';
import { HeldMeetings } from './held-meetings.tsx';
import { HoldMeeting } from './hold-meeting.tsx';
import { DecisionsPart, MeetingPart, NeededPart, OwedPart, PriorityPart } from './meeting-parts.tsx';
import { useMeeting } from './use-meeting.ts';

/** What a meeting talks about: what happened since the last one, and what has to be decided. */
export function ForMeeting() {
  const [chosen, setChosen] = useState('');
  const seen = useMeeting(chosen);
  const here = useWhereabouts();
  const now = useNow();
  if (!seen || !here) return null;
  const today = dayAt(now);
  const page = sinceThen(seen, seen.since, today);
  const say = {
    cluster: here.cluster?.name ?? 'Our partnership',
    since: seen.from && dayInWords(seen.from),
    nameOf: (id: string) => seen.members.find((one) => one.id === id)?.body?.name ?? 'A member',
    schoolName: (id: string) => seen.dealings.schools.find((one) => one.id === id)?.body?.name ?? 'A school',
    owedWords: (owed: Parameters<typeof owedWords>[0]) => owedWords(owed, seen.dealings),
    dayInWords,
    titleOf: seen.titleOf,
  };
  const text = meetingText(page, say);
  const may = can(seen.me, recordDecision.capability);
  const deciding = {
    ...{ members: seen.members, priorities: page.priorities, decisions: seen.decisions, responses: seen.responses },
    ...{ may, today, nameOf: say.nameOf },
  };
  return (
    <DecidingProvider value={deciding}>
      <div class="stack wide story">
        <p>{sinceWords(seen.from, chosen !== '')}</p>
        <div class="row no-print">
          <Button onPress={printPage}>Print</Button>
          <Button onPress={() => saveWord(meetingParts(page, say), say)}>Save as Word</Button>
          <CopyButton text={text}>Copy as text</CopyButton>
          <SaveButton text={text} file="for-our-meeting.txt">
            Save as text
          </SaveButton>
        </div>
        <div class="no-print">
          <Disclosure summary="Since another day">
            <DayField label="Since" value={chosen || seen.from} onValue={setChosen} max={today} />
          </Disclosure>
        </div>
        <NeededPart needed={page.needed} schoolName={say.schoolName} />
        <DecisionsPart title="To carry out" decisions={page.open} open />
        {may && (
          <div class="no-print">
            <Disclosure summary="Enter a decision">
              <Decide />
            </Disclosure>
          </div>
        )}
        {page.priorities.map((one) => (
          <PriorityPart key={one.id} priority={one} />
        ))}
        <MeetingPart title="New, and tied to no priority" lines={page.loose.map(pieceWords)} />
        <MeetingPart
          title="What took place"
          lines={page.activities.map(({ body }) => `${body.title}, ${dayInWords(body.on ?? '')}`)}
        />
        <MeetingPart
          title="Carried out"
          lines={page.done.map(({ body }) => [body.text, body.done?.outcome].filter(Boolean).join(': '))}
        />
        <DecisionsPart title="Decided" decisions={page.decided} />
        <MeetingPart title="Not answered yet" lines={page.unanswered.map(({ body }) => saidWords(body, say))} />
        <OwedPart owed={page.owed} schoolName={say.schoolName} owedWords={say.owedWords} />
        {page.owed.length > 0 && (
          <p class="small no-print">
            <a href={hrefTo('so-what', 'due')}>What is due, with messages to send</a>
          </p>
        )}
        <div class="no-print">
          {can(seen.me, holdMeeting.capability) && (
            <Disclosure key={seen.meetings.length} summary="Keep this meeting">
              <HoldMeeting members={seen.members} today={today} onHeld={() => setChosen('')} />
            </Disclosure>
          )}
          <HeldMeetings me={seen.me} meetings={seen.meetings} />
        </div>
      </div>
    </DecidingProvider>
  );
}

/** The page as a Word file among the downloads. What writes it is loaded when it is first wanted. */
async function saveWord(parts: readonly Part[], say: Pick<Saying, 'cluster' | 'since'>): Promise<void> {
  const [{ meetingWord }, { wordFile, wordType }] = await Promise.all([
    import('../../shared/cycles/meeting-word.ts'),
    import('../evidence/out/word-file.ts'),
  ]);
  const file = await wordFile([meetingWord(parts, say)], new AbortController().signal);
  saveFile(file, 'for-our-meeting.docx', wordType);
  announce('Saved among your downloads');
}

function sinceWords(from: string, chosen: boolean): string {
  if (!from) return 'Everything so far: no meeting is kept yet.';
  return chosen ? `Since ${dayInWords(from)}` : `Since we last met, ${dayInWords(from)}`;
}
