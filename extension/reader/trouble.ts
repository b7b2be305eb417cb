import type { Obtained } from './obtain.ts';
import type { FileProblem } from './open-file.ts';

/** Why a file is not open. */
export type Trouble = FileProblem | Extract<Obtained, { problem: string }>['problem'];
