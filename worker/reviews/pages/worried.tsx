/** @jsxImportSource hono/jsx */
import type { PublicStanding } from '../../../shared/reviews/public-review.ts';
import { webAddress } from './words.tsx';

type Contacts = PublicStanding['schools'];

const dialled = (phone: string) => phone.replace(/[^\d+]/g, '');

function Ways({ phone, email, url }: Contacts[number]) {
  const address = webAddress(url);
  const ways = [
    phone && <a href={`tel:${dialled(phone)}`}>{phone}</a>,
    email && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>{email}</a>,
    address && <a href={address}>who to speak to</a>,
  ].filter(Boolean);
  return (
    <>
      {ways.map((way, i) => (
        <>
          {i > 0 && ' · '}
          {way}
        </>
      ))}
    </>
  );
}

const Emergency = () => (
  <ul class="dots">
    <li>
      In danger now: call <a href="tel:999">999</a>.
    </li>
    <li>
      You are a child and want to talk: Childline, <a href="tel:08001111">0800 1111</a>, free.
    </li>
    <li>
      You are an adult worried about a child: NSPCC helpline, <a href="tel:08088005000">0808 800 5000</a>.
    </li>
  </ul>
);

/** Whom to turn to, before the form, and after a question was sent: all of it. */
export function Worried({ schools, after = false }: { schools: Contacts; after?: boolean }) {
  const reached = schools.filter(({ phone, email, url }) => phone || email || webAddress(url));
  return (
    <section class="box" aria-labelledby="worried">
      <h2 id="worried">Worried about a child?</h2>
      <p>
        <strong>{after ? 'Do not wait for an answer here.' : 'Do not use this form.'}</strong>{' '}
        {!after && 'It is not read at once. '}Speak to somebody now:
      </p>
      <Emergency />
      {reached.length > 0 && (
        <details open={reached.length <= 6}>
          <summary>The safeguarding contact at each school</summary>
          <ul class="list mid">
            {reached.map((school) => (
              <li>
                <b>{school.name}</b>
                <br />
                <Ways {...school} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The same again in short, after the form. */
export const WorriedAgain = () => (
  <section class="box" aria-labelledby="worried-again">
    <h2 id="worried-again">Once more: worried about a child?</h2>
    <p>
      Do not send it here. In danger now: <a href="tel:999">999</a>. Childline: <a href="tel:08001111">0800 1111</a>.
      NSPCC: <a href="tel:08088005000">0808 800 5000</a>. Or <a href="#worried">the school’s own contact</a>.
    </p>
  </section>
);
