import { ensureKeys } from '#auth/keys/ensure.ts';
import { keysFolder } from '#auth/keys/load.ts';

/** `npm run keys`: makes the key files that are missing and says where they lie. */
await ensureKeys(keysFolder());
console.log(keysFolder());
