import { useState } from 'preact/hooks';
import { isOf, type School } from '../../shared/cluster/schools.ts';
import { setContact } from '../../shared/reviews/contact.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Field } from '../ui/field.tsx';
import { Alert } from '../ui/notice.tsx';
import { deed, useAct } from '../ui/use-act.ts';
import { reviewAdvice } from './review-words.ts';
import { schoolsHere, useReviews, type Whole } from './use-reviews.ts';

/** How each school is reached by somebody who is worried about a child. It stands beside the form for questions. */
export function Contacts() {
  const scene = useReviews();
  const { me, contacts } = scene;
  const schools = schoolsHere(scene);
  if (schools.length === 0) return <p class="soft">Add the schools under People first.</p>;
  return (
    <div class="stack prose-width">
      <p class="soft">
        Somebody will write about a child where you asked for a question about reading. Before and after the form they
        are shown whom to reach at once. No names: posts change hands.
      </p>
      <ul class="stack tight">
        {schools.map((school) => {
          const contact = contacts.find(({ id }) => id === school.id)?.body;
          const ways = [contact?.phone, contact?.email, contact?.url].filter(Boolean).join(' · ');
          const may = me.role === 'coordinator' || isOf(me, school);
          return (
            <li key={school.id}>
              <b>{school.body.name}</b>
              <br />
              <span class={ways ? 'small' : 'soft small'}>{ways || 'Nothing yet'}</span>
              {may && (
                <Disclosure key={ways} summary={`${ways ? 'Change' : 'Say'} how to reach ${school.body.name}`}>
                  <ContactForm school={school} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ContactForm({ school }: { school: Whole<School> }) {
  const { contacts } = useReviews();
  const present = contacts.find(({ id }) => id === school.id);
  const [phone, setPhone] = useState(present?.body.phone ?? '');
  const [email, setEmail] = useState(present?.body.email ?? '');
  const [url, setUrl] = useState(present?.body.url ?? '');
  const [tried, setTried] = useState(false);
  const task = useAct();
  const page = url.trim() && !/^https?:\/\//i.test(url.trim()) ? `https://${url.trim()}` : url.trim();
  const none = !phone.trim() && !email.trim() && !page;
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (none) return;
    const ways = {
      ...(phone.trim() && { phone: phone.trim() }),
      ...(email.trim() && { email: email.trim() }),
      ...(page && { url: page }),
    };
    const body = { school: school.id, ...(present && { rev: present.rev }), ...ways };
    if ((await task.run([deed(setContact, body)]))?.ok) announce('Saved');
  };
  return (
    <form class="stack" onSubmit={save} noValidate aria-label={`How to reach ${school.body.name}`}>
      <Field
        label="Telephone"
        hint="Of the designated safeguarding lead, or the office."
        value={phone}
        onValue={setPhone}
        maxLength={40}
        problem={tried && none ? 'Give at least one way.' : undefined}
      />
      <Field label="E-mail" value={email} onValue={setEmail} maxLength={200} spellcheck={false} />
      <Field label="Page about safeguarding" value={url} onValue={setUrl} maxLength={2000} inputMode="url" />
      {task.problem && <Alert>{reviewAdvice(task.problem)}</Alert>}
      <div class="row">
        <Button type="submit" busy={task.busy} label={`Save how to reach ${school.body.name}`}>
          Save
        </Button>
      </div>
    </form>
  );
}
