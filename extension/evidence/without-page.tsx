import { openInReader } from '../platform/reader.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** What is missing of words from the browser's own viewer, and how to have it. */
export const WithoutPage = ({ url }: { url: string }) => (
  <Notice>
    <p class="small">
      The browser’s own viewer says only which words these are. Their page number is missing, and they cannot be
      highlighted exactly. Open the file in Goldthread and select them there to keep both.
    </p>
    <div class="row">
      <Button look="quiet" onPress={() => openInReader(url)}>
        Open it in Goldthread
      </Button>
    </div>
  </Notice>
);
