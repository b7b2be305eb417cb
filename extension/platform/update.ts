/** How to get a newer build, where the cluster asks for one. */
export const updateAdvice: string = 'Update the extension in your browser’s list of extensions, or ask IT to.';
