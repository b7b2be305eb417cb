/** @jsxImportSource hono/jsx */
import { pageOf } from './frame.tsx';

/** What is published cannot be read just now. Nothing is known of whose page it would be. */
export const awayPage = (): string =>
  pageOf({
    title: 'This page cannot be shown just now',
    children: (
      <>
        <h1>This page cannot be shown just now</h1>
        <p class="lead">Something went wrong at our end. Nothing is lost. Please try again in a few minutes.</p>
      </>
    ),
  });
