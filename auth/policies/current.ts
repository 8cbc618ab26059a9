import { POLICY_FOLDER, parsePolicy, readTexts } from '#auth/policies/load.ts';

/** The policy that this process decides by. A text that is not exactly right ends the process here, before it opens a port. */
export const POLICY = parsePolicy(readTexts(POLICY_FOLDER));
