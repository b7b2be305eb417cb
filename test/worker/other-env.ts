import { env } from 'cloudflare:workers';
import { app } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';
import { type Ask, requestTo } from './cluster.ts';

/** Sends a request to the Worker as its owner might have set it up: other settings and secrets, the same clusters. */
export const callWith = async (settings: Partial<Env>, path: string, ask?: Ask): Promise<Response> =>
  app.fetch(requestTo(path, ask), { ...env, ...settings });

/** A secret that is long enough for an operator. */
export const operatorSecret = 'operator-secret-of-forty-characters-long';

/** Asks as the operator. */
export const asOperator = (path: string, body: unknown, secret = operatorSecret): Promise<Response> =>
  callWith({ OPERATOR_SECRET: operatorSecret }, `/api/operator/${path}`, { body, token: secret });
