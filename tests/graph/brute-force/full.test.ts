import { describe, expect, it } from '@jest/globals';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';
import { expectNoPurpose } from '#tests/graph/brute-force/expect-refused.ts';
import { type Asker, openFields, seersOf } from '#tests/graph/brute-force/explains.ts';
import { CASE_NOS, forEach, look } from '#tests/graph/brute-force/looks.ts';
import { MAY_UNMASK, PURPOSE_OF, SEEN_BY, USERS } from '#tests/graph/brute-force/world-seven.ts';

const EVERY = Object.keys(PURPOSES) as Purpose[];
/** `RECORD_CHECK` fits those who may be granted one (clerks may not), and opens nothing without a grant. */
const fits = (user: string, purpose: Purpose) =>
  PURPOSE_OF[user] === purpose || (purpose === 'RECORD_CHECK' && MAY_UNMASK.includes(user) && user !== 'court.clerk');
const ASKERS = USERS.flatMap((user) => EVERY.map((purpose): Asker => `${user} ${purpose}`));

describe('every user with every purpose, and with none', () => {
  it.each(CASE_NOS)(
    'case %i: nothing is seen but with the purpose that fits',
    async (caseNo) => {
      const pairs = USERS.flatMap((user) => [null, ...EVERY].map((purpose) => [user, purpose] as const));
      await forEach(pairs, async ([user, purpose]) => {
        const answer = await look(user, caseNo, purpose);
        if (purpose === null || !fits(user, purpose)) return expectNoPurpose(user, answer);
        const isSeen = purpose === PURPOSE_OF[user] && SEEN_BY[caseNo]?.[user] !== undefined;
        expect({ user, purpose, isSeen: (answer.data?.case ?? null) !== null }).toEqual({ user, purpose, isSeen });
      });
    },
    240_000,
  );

  it.each(CASE_NOS)(
    'case %i: explainAccess and whoCanSee say the same of everybody',
    async (caseNo) => {
      const lists = await seersOf(caseNo);
      const listed = new Map(ASKERS.map((asker) => [asker, new Set<string>()]));
      for (const [field, askers] of lists) for (const asker of askers) listed.get(asker)?.add(field);
      for (let from = 0; from < ASKERS.length; from += 31) {
        const open = await openFields(caseNo, ASKERS.slice(from, from + 31));
        for (const [asker, fields] of open)
          expect({ asker, fields: [...fields].filter((field) => field !== 'Query.case').sort() }).toEqual({
            asker,
            fields: [...(listed.get(asker) ?? [])].sort(),
          });
      }
    },
    240_000,
  );
});
