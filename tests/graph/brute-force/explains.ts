import type { Purpose } from '#schema/purposes.ts';
import { coordinatesIn, print } from '#tests/graph/brute-force/document.ts';
import { caseUidOf, EVERYTHING } from '#tests/graph/brute-force/looks.ts';
import { type Answer, as } from '#tests/harness/ask.ts';

const officer = () => as('officer.security', { purpose: 'AUDIT_SECURITY' });
export const COORDINATES: readonly string[] = [...coordinatesIn(EVERYTHING)];
const OPERATION = `{ case(caseUid: "ZF-2025-000001") ${print(EVERYTHING)} }`;

/** A user with a purpose, as `user purpose`. */
export type Asker = `${string} ${Purpose}`;

/** For each asker, the fields that `explainAccess` says are shown of the case, where they have a value. */
export async function openFields(
  caseNo: number,
  askers: readonly Asker[],
): Promise<ReadonlyMap<Asker, ReadonlySet<string>>> {
  const aliases = askers.map((asker, index) => {
    const [user, purpose] = asker.split(' ');
    return `a${index}: explainAccess(user: "${user}", purpose: ${purpose}, case: $case, operation: $operation) { field allowed }`;
  });
  const query = `query Explain($case: ID!, $operation: String!) { ${aliases.join(' ')} }`;
  const variables = { case: caseUidOf(caseNo), operation: OPERATION };
  const data = dataOf(await officer().ask({ query, variables }));
  return new Map(
    askers.map((asker, index) => {
      const rows = data[`a${index}`] as readonly { readonly field: string; readonly allowed: boolean }[];
      const isWhole = COORDINATES.every((coordinate) => rows.some(({ field }) => field === coordinate));
      if (!isWhole) throw new Error(`not every field is explained for ${asker}`);
      return [asker, new Set(rows.flatMap(({ field, allowed }) => (allowed ? field : [])))];
    }),
  );
}

/** As many as one operation may have aliases, with room to spare. */
const AT_A_TIME = 90;

/** For each field of the case, the askers that `whoCanSee` lists. */
export async function seersOf(caseNo: number): Promise<ReadonlyMap<string, readonly Asker[]>> {
  const seers = new Map<string, readonly Asker[]>();
  for (let from = 0; from < COORDINATES.length; from += AT_A_TIME) {
    const asked = COORDINATES.slice(from, from + AT_A_TIME);
    const fields = asked.map((field, index) => `f${index}: whoCanSee(field: "${field}", case: $case) { user purpose }`);
    const query = `query WhoCanSee($case: ID!) { ${fields.join(' ')} }`;
    const data = dataOf(await officer().ask({ query, variables: { case: caseUidOf(caseNo) } }));
    asked.forEach((field, index) => {
      const found = data[`f${index}`] as readonly { readonly user: string; readonly purpose: Purpose }[];
      seers.set(
        field,
        found.map(({ user, purpose }): Asker => `${user} ${purpose}`),
      );
    });
  }
  return seers;
}

function dataOf({ status, data, errors, text }: Answer): Record<string, unknown> {
  if (status !== 200 || !data || errors.length > 0) throw new Error(`nothing is explained: ${text.slice(0, 500)}`);
  return data;
}
