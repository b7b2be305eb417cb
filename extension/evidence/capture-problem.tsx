import { Notice } from '../ui/notice.tsx';
import { sentenceFor } from '../ui/problem.ts';
import { AccessReason } from './access-reason.tsx';

const kindly: Partial<Record<string, string>> = {
  'no-selection': 'No words were selected. Select some on the page, then press the button again.',
  'no-access':
    'Goldthread sees this page only when you press its button in the browser’s bar. Select the words, then press it. The browser’s own pages stay closed; for those you can write a note.',
  closed:
    'No extension may go into this page. It is one of the browser’s own, such as its settings, its store or its reader view, or a file on this computer. Copy the words and write a note with them.',
  'in-pdf':
    'The browser’s PDF viewer does not say which words are selected. Press Goldthread’s button in the browser’s bar: the file opens in our reader, where they can be taken.',
  'in-frame':
    'The words may be in a part of this page that comes from another site. Right-click them there and choose ‘Save to Goldthread’.',
  'no-link': 'This link leads to nothing that can be opened from the log.',
  'no-image': 'This picture could not be read.',
  'image-as-link': 'This picture’s site does not let it be copied. It is kept as a link to the picture.',
  'too-long': 'That is more than a quote. Select the few sentences that matter, then press the button again.',
  'storage-full': 'Nothing was taken from the page: this device has no room left. Free some space, then try again.',
};

/** What a capture could not do, and what to do instead. */
export const CaptureProblem = ({ problem }: { problem: string }) => (
  <Notice>
    {problem === 'refused' || problem === 'restricted' ? (
      <AccessReason access={problem} />
    ) : (
      (kindly[problem] ?? sentenceFor({ code: problem }))
    )}
  </Notice>
);
