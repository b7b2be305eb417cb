/** By this the platform's cache knows which pages are a partnership's. */
export const pageTag = (slug: string): string => `goldthread-${slug}`;
