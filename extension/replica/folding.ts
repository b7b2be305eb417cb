/** What folds the outbox over the base, with every action that this build knows: loaded once there is something to fold. */
export { actions } from '../../shared/actions.ts';
export { foldAhead } from './fold.ts';
