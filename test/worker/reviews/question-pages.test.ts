import { describe, expect, it } from 'vitest';
import { declineReasons } from '../../../shared/reviews/question-kind.ts';
import { askPage } from '../../../worker/reviews/pages/ask-page.tsx';
import { checkPage } from '../../../worker/reviews/pages/check-page.tsx';
import { type Followed, followPage } from '../../../worker/reviews/pages/follow-page.tsx';
import { askProblems, declineWords } from '../../../worker/reviews/pages/question-words.ts';
import { sentPage } from '../../../worker/reviews/pages/sent-page.tsx';
import { reviewOf, standingOf } from './published-many.ts';
import { faultsInHtml } from './valid-html.ts';

const site = { origin: 'https://a.example', slug: 'hollowmere', standing: standingOf(reviewOf(3)) };
const asked = { about: 'p2', who: 'family', text: 'Why “Year 3”?\n\nMine is <i>younger</i>.' };
const emergency = ['tel:999', 'tel:08001111', 'tel:08088005000', 'safeguarding@school-0.example'];

/** Holds a page to what all of them must be. */
async function held(html: string): Promise<void> {
  expect(await faultsInHtml(html)).toEqual([]);
  expect(html).not.toMatch(/<script|<i>/);
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  for (const words of emergency) expect(html).toContain(words);
}

describe('the pages around a question', () => {
  it('say each problem, what to do, and keep the words', async () => {
    for (const [problem, words] of Object.entries(askProblems)) {
      const html = askPage({ site, asked, problem: problem as keyof typeof askProblems });
      await held(html);
      expect(html).toContain(words);
      expect(html).toContain('Mine is &lt;i&gt;younger&lt;/i&gt;.</textarea>');
      expect(html).toMatch(/value="p2" checked/);
      expect(html).toMatch(/value="family" required="[^"]*" checked/);
      expect(html).toContain('aria-describedby="mind problem"');
    }
  });

  it('show the words once more, with what may tell who somebody is', async () => {
    const html = checkPage({ site, asked, ticket: 'a.ticket', look: ['Ada Example, 7B'] });
    await held(html);
    expect(html).toContain('Does this tell who a child is?');
    expect(html).toContain('‘Ada Example, 7B’');
    expect(html).toContain('<input type="hidden" name="ticket" value="a.ticket"/>');
    expect(html).toContain('action="/hollowmere/ask/send"');
    expect(html).toContain('formaction="/hollowmere/ask"');
    expect(checkPage({ site, asked, ticket: 't' })).not.toContain('Does this tell');
  });

  it('give the asker a link of their own', async () => {
    const html = sentPage({ site, link: 'https://a.example/hollowmere/q/abc' });
    await held(html);
    expect(html).toContain('href="https://a.example/hollowmere/q/abc"');
  });

  it('say what came of it, whatever it was', async () => {
    const all: Followed[] = [
      { state: 'waiting', asked: 'Why?', askedOn: '2026-10-16' },
      { state: 'waiting' },
      { state: 'answered', asked: 'Why?', answer: 'Because.', answeredOn: '2026-10-20', changed: 'All of it.' },
      ...declineReasons.map((reason): Followed => ({ state: 'declined', reason, asked: 'Why?' })),
      { state: 'passed' },
      { state: 'deleted' },
    ];
    for (const followed of all) {
      const html = followPage({ site, followed });
      await held(html);
      if (followed.state === 'declined') expect(html).toContain(declineWords[followed.reason]);
      if (followed.state === 'answered') expect(html).toContain('What we changed because of it');
      if (followed.state === 'passed') expect(html).not.toContain('You asked</p>');
    }
  });
});
