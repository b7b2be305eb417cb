// Citation.js brings no types. What the tests of our references use of it.
declare module '@citation-js/core' {
  export const plugins: {
    input: {
      chain(text: string, options: { forceType: string; generateGraph: boolean }): { [field: string]: unknown }[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
