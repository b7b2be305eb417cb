// The peers that pages of benches bundle are installed by the benches alone. This is what is used of them, so that the
// types of the project stand without.

declare module 'minisearch' {
  interface Options<Doc> {
    fields: string[];
    extractField(doc: Doc, field: string): string;
    processTerm(term: string): string;
  }
  interface Asked {
    combineWith: 'AND' | 'OR';
    prefix(term: string, i: number, terms: string[]): boolean;
  }
  export default class MiniSearch<Doc> {
    constructor(options: Options<Doc>);
    addAll(docs: readonly Doc[]): void;
    search(text: string, options: Asked): { id: unknown }[];
  }
}

declare module 'flexsearch' {
  const flexsearch: object;
  export default flexsearch;
}
