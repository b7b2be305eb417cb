import { useState } from 'preact/hooks';
import { type Response, unansweredOf } from '../../shared/evidence/response.ts';
import type { Record } from '../../shared/record.ts';
import { counted } from '../cluster/wording.ts';
import { Button } from '../ui/button.tsx';
import { Later } from '../ui/later.tsx';
import type { RespondedTo } from './response-form.tsx';

const load = () => import('./responses.tsx').then(({ Responses }) => Responses);

/** What is said to one of several things in a list: how much, in a word, and all of it when it is opened. */
export function Talk({
  to,
  about,
  responses,
}: {
  to: RespondedTo;
  about: string;
  responses: readonly Record<Response>[];
}) {
  const [open, setOpen] = useState(false);
  const words = saidWords(responses, to);
  return (
    <div class="stack tight no-print">
      <div class="row">
        <Button look="quiet" aria-expanded={open} label={`${words}: ${about}`} onPress={() => setOpen(!open)}>
          {words}
        </Button>
      </div>
      {open && <Later load={load} props={{ to }} />}
    </div>
  );
}

/** How much was said to something, and how much of it nobody has answered. */
export function saidWords(responses: readonly Record<Response>[], { kind, id }: RespondedTo): string {
  const its = responses.filter(({ body }) => body?.to.kind === kind && body.to.id === id);
  if (its.length === 0) return 'Respond';
  const open = unansweredOf(its).length;
  return [counted(its.length, 'response', 'responses'), open > 0 && `${open} not answered`].filter(Boolean).join(', ');
}
