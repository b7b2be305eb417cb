import { awayPage } from './pages/away-page.tsx';
import { publicHeaders } from './public-response.ts';

/** Where what is published cannot be read: a page for people, which nothing keeps. */
export function away(error: Error): Response {
  console.error('public', error.message);
  return new Response(awayPage(), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '60',
      ...publicHeaders,
    },
  });
}
