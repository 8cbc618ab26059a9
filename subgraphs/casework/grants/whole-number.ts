import DataLoader from 'dataloader';
import { opens } from '#auth/decisions/views.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { numbersAt, OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { askIdentities } from '#subgraphs/casework/owners/questions.ts';
import type { PartyOfCase } from '#subgraphs/casework/party.ts';
import type { OwnerAnswer, OwnerIdentity, WholeNumber } from '#subgraphs/kit/owner-rows.ts';

/**
 * One of a person's numbers, whole, from the department whose head has granted it; null without a live grant. Asked anew
 * wherever it is selected and kept nowhere. @throws DepartmentError
 */
export async function wholeNumber(
  context: CaseworkContext,
  { found, party }: PartyOfCase,
  field: WholeNumber,
): Promise<string | null> {
  const agencies = await granting(context, found, field);
  if (agencies.length === 0) {
    context.scope.once(`no grant ${found.row.caseUid} ${field}`, () =>
      context.recordCase('Person', found.row, { allowed: false, rule: 'deny.no-grant' }, { fields: [field] }),
    );
    return null;
  }
  // Record after record: of a number that several records hold, one look is enough.
  for (const owner of ownersOf(agencies, found))
    for (const { system, key: partyKey } of party.keys) {
      if (system !== owner.system) continue;
      const number = await numbersOf(context, owner).load({ found, partyKey, field });
      if (number !== null) return number;
    }
  return null;
}

/** Agencies whose heads have granted the field to the caller for this case. */
async function granting(context: CaseworkContext, { row }: FoundCase, field: WholeNumber): Promise<readonly string[]> {
  if (context.envelope.onlyCase !== row.caseUid) return [];
  const { grants } = await context.grants();
  const now = Date.now();
  return grants.flatMap(({ kind, fields, until, agency }) =>
    kind === 'UNMASK' && fields.includes(field) && Date.parse(until) > now ? agency : [],
  );
}

/** The systems of these agencies that have a record of the case and whose persons the caller's view opens. */
function ownersOf(agencies: readonly string[], { row, view }: FoundCase): Owner[] {
  const departments = new Set(agencies.map(departmentOfAgency));
  return OWNERS.filter(
    (owner) =>
      departments.has(owner.department) &&
      opens(view, owner.department, 'PERSONS') &&
      numbersAt(owner, row.numbers).length > 0,
  );
}

interface Asked {
  readonly found: FoundCase;
  readonly partyKey: string;
  readonly field: WholeNumber;
}

/** One question to an owner for all that is selected at the same time. Nothing of the answer is remembered. */
function numbersOf(context: CaseworkContext, owner: Owner): DataLoader<Asked, string | null> {
  return context.scope.once(
    `identities ${owner.system}`,
    () =>
      new DataLoader<Asked, string | null>(
        async (all) => {
          const cases = [...Map.groupBy(all, ({ found }) => found)];
          const answers = await askIdentities(
            context.asking,
            owner,
            await Promise.all(
              cases.map(async ([found, asked]) => ({
                caseUid: found.row.caseUid,
                statement: await context.statement(found),
                recordNos: numbersAt(owner, found.row.numbers),
                persons: [...Map.groupBy(asked, ({ partyKey }) => partyKey)].map(([partyKey, of]) => ({
                  partyKey,
                  fields: [...new Set(of.map(({ field }) => field))],
                })),
              })),
            ),
          );
          const byCase = new Map(cases.map(([found], index) => [found, answers[index]]));
          return all.map((asked) => numberIn(byCase.get(asked.found), asked));
        },
        { cache: false, maxBatchSize: 500 },
      ),
  );
}

function numberIn(answer: OwnerAnswer<OwnerIdentity> | undefined, { partyKey, field }: Asked): string | Error | null {
  if (answer === undefined) return null;
  if ('failure' in answer) return new DepartmentError(answer.failure.code, answer.failure);
  return answer.rows.find((row) => row.partyKey === partyKey)?.numbers[field] ?? null;
}
