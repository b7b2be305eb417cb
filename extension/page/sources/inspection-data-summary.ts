import { numbersIn } from '../recognise/school-numbers.ts';
import type { Source } from '../recognise/source.ts';

const title = /^(?:ofsted[\s:–-]+)?(?:school )?inspection data summary report\b|^IDSR[\s_–-]/i;

/**
 * Ofsted's inspection data summary report, a document that its school has from Ofsted and that is to be shared
 * securely. It has no address of its own, so its title tells, where it is a document and not a page about it.
 */
export const inspectionDataSummary: Source = {
  name: 'inspection-data-summary',
  common: {
    publisher: 'Ofsted',
    access: 'restricted',
    reason:
      'Ofsted asks that this report is shared securely. Keep only figures about your own schools; they are never published.',
  },
  at: () => undefined,
  within({ address, title: named }) {
    const isDocument = address.url.protocol === 'file:' || address.path.endsWith('.pdf');
    const file = address.path.replace(/^.*\//, '').replace(/[_]/g, ' ');
    return isDocument && (title.test(named ?? '') || title.test(file)) ? { kind: 'performance' } : undefined;
  },
  read: (page) =>
    numbersIn(
      page
        .head()
        .slice(0, 40)
        .map(({ text }) => text)
        .join('\n'),
    ),
};
