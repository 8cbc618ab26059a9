import type { PersonKey } from '#demo/world/people.ts';

/** Whose account each party's is (WORLD 3): what an identity check found. */
export const PARTY_ACCOUNTS: readonly { readonly username: string; readonly person: PersonKey }[] = [
  { username: 'party.zheng', person: 'zheng' },
  { username: 'party.hua', person: 'hua' },
];
