import type { Source } from '../recognise/source.ts';

/** ERIC, the index of education research of the United States; its pages give authors as one line with bars. */
export const eric: Source = {
  name: 'eric',
  hosts: ['eric.ed.gov', 'files.eric.ed.gov'],
  ending: /^ERIC\s*-\s*(?:E[DJ]\d+\s*-\s*)?|\s*[-|]\s*ERIC$/i,
  at({ host, path, query }) {
    const id =
      host === 'files.eric.ed.gov'
        ? /\/(e[dj]\d{5,8})\.pdf$/.exec(path)?.[1]
        : /^e[dj]\d{5,8}$/i.exec(query('id') ?? '')?.[0];
    return id ? { kind: 'research', identifiers: { eric: id.toUpperCase() } } : undefined;
  },
};
