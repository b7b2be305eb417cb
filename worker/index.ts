import { app } from './app.ts';

export { ClusterLog } from './log/cluster-log.ts';
export default app;
