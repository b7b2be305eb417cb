import type { Access } from '../../shared/evidence/page-source.ts';

/** Why nothing, or little, is kept of a source. */
export const AccessReason = ({ access }: { access: Access }) => (
  <p>
    {access === 'refused'
      ? 'This service lists pupils by name, so nothing of it is kept in the log. Use the published figures instead.'
      : 'Only people who sign in may see this, so its words are not kept in the log. You can record a figure about your own school.'}
  </p>
);
