import type * as extension from '../figures.ts';

export type { PointingAt } from '../figures.ts';

/** In a tab of its own there is no page beside, and nothing to point at. */
export const pointAtFigures: typeof extension.pointAtFigures = async () => undefined;
export const followTaken: typeof extension.followTaken = () => undefined;
export const showTables: typeof extension.showTables = async () => undefined;
