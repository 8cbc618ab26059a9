import { GraphError } from '#schema/errors/graph-error.ts';
import { CASE_NUMBER_KINDS } from '#schema/identifiers/index.ts';
import { caseNumberHelp, requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import type { CaseNumberKind } from '#subgraphs/casework/registry/registry.ts';

const REGISTRY_KINDS = {
  caseUid: 'CASE_UID',
  policeCaseNo: 'POLICE_CASE_NO',
  acceptanceNo: 'ACCEPTANCE_NO',
  courtCaseNo: 'COURT_CASE_NO',
} as const satisfies Record<keyof typeof CASE_NUMBER_KINDS, CaseNumberKind>;

type CaseArguments = { readonly [Name in keyof typeof CASE_NUMBER_KINDS]?: string | number | null | undefined };

/** The one number by which a case is asked for, canonical. @throws GraphError BAD_USER_INPUT unless there is exactly one, and it is valid. */
export function askedNumber(args: CaseArguments): { kind: CaseNumberKind; number: string } {
  const given = (Object.keys(CASE_NUMBER_KINDS) as (keyof typeof CASE_NUMBER_KINDS)[]).filter(
    (name) => args[name] != null,
  );
  const [name] = given;
  if (name === undefined || given.length > 1) {
    const help = caseNumberHelp();
    throw new GraphError('BAD_USER_INPUT', {
      zh: `请恰好给出一个编号，现给出 ${given.length} 个。${help.zh}`,
      en: `Give exactly one number; ${given.length} were given. ${help.en}`,
    });
  }
  return {
    kind: REGISTRY_KINDS[name],
    number: requireIdentifier<string>(CASE_NUMBER_KINDS[name], String(args[name]), name, caseNumberHelp()),
  };
}
