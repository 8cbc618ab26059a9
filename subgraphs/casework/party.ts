import type DataLoader from 'dataloader';
import { showsAccusedOnly, showsOwnPartiesOnly } from '#auth/decisions/views.ts';
import { graphValues } from '#schema/enums/enum.ts';
import { LEGAL_STATUS } from '#schema/enums/legal-status.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { type FoundCase, findReferenced } from '#subgraphs/casework/find-case.ts';
import { keysOf } from '#subgraphs/casework/own-parties.ts';
import { Person } from '#subgraphs/casework/person.ts';
import type { RegisteredCase, RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import { registryLoader } from '#subgraphs/casework/registry-loader.ts';

/** A party, with the case through which the caller came to it. */
export interface PartyOfCase {
  readonly found: FoundCase;
  readonly party: RegisteredParty;
}

export const PartyRole = builder.enumType('PartyRole', {
  description: '诉讼参与人类别 role in the proceedings (CPL 108)',
  values: graphValues(PARTY_ROLE),
});
const LegalStatus = builder.enumType('LegalStatus', {
  description: '诉讼地位 legal status, which changes with the stage',
  values: graphValues(LEGAL_STATUS),
});

export const PartyInCase = builder.objectRef<PartyOfCase>('PartyInCase').implement({
  description: '案件当事人及参与人 a party in a case：诉讼地位属于本案中的人，而不属于案件。',
  policy: [['case.read']],
  fields: (t) => ({
    partyUid: t.id({ nullable: false, description: '当事人编号 opaque key', resolve: ({ party }) => party.partyUid }),
    partyKey: t.id({
      nullable: false,
      inaccessible: true,
      description: '部门记录中的当事人键 key of the party in a department’s record，供各部门子图引用。',
      resolve: ({ party }) => party.keys[0]?.key ?? party.partyUid,
    }),
    case: t.field({ type: CaseRef, description: '所在案件 the case', resolve: ({ found }) => found }),
    role: t.field({ type: PartyRole, nullable: false, description: '类别 role', resolve: ({ party }) => party.role }),
    legalStatus: t.field({
      type: LegalStatus,
      nullable: false,
      description: '诉讼地位 legal status',
      resolve: ({ party }) => party.legalStatus,
    }),
    minorAtOffence: t.boolean({
      description: '行为时是否未成年 under eighteen at the time of the offence (CPL 286)',
      resolve: ({ party }) => party.minorAtOffence,
    }),
    protectedIdentity: t.boolean({
      nullable: false,
      description: '是否身份保密 protected identity (CPL 64)',
      resolve: ({ party }) => party.protectedIdentity,
    }),
    person: t.field({ type: Person, description: '自然人 the person', resolve: (each) => each }),
  }),
});
builder.asEntity(PartyInCase, {
  key: [builder.selection<{ partyUid: string }>('partyUid'), builder.selection<{ partyKey: string }>('partyKey')],
  resolveReference: (reference, context) => referencedParty(context, reference),
});

/** The parties of a case that the caller's view shows. */
export async function partiesOf(context: CaseworkContext, found: FoundCase): Promise<PartyOfCase[]> {
  const parties = (await context.parties.load(found.row.caseUid)) ?? [];
  return parties.filter((party) => isShown(found, party)).map((party) => ({ found, party }));
}

function isShown(found: FoundCase, party: RegisteredParty): boolean {
  if (showsOwnPartiesOnly(found.view)) return isOwn(found, party);
  return !showsAccusedOnly(found.view) || party.role === 'SUSPECT_OR_DEFENDANT';
}

/** Cases by the key of a party: our own, or a department's; null where the registry knows no such party. */
export function casesByParty(
  context: CaseworkContext,
  by: 'partyUid' | 'partyKey',
): DataLoader<string, RegisteredCase | null> {
  const { registry } = context;
  return context.scope.once(`cases by ${by}`, () =>
    registryLoader((keys) => (by === 'partyUid' ? registry.casesByPartyUids(keys) : registry.casesByPartyKeys(keys))),
  );
}

/** A party to whom another subgraph refers; null where the caller may not see it, as where there is none. */
export async function referencedParty(
  context: CaseworkContext,
  { partyUid, partyKey = '' }: { readonly partyUid?: string; readonly partyKey?: string },
): Promise<PartyOfCase | null> {
  const key = partyUid ?? partyKey;
  const row = await casesByParty(context, partyUid === undefined ? 'partyKey' : 'partyUid').load(key);
  const found = row && (await findReferenced(context, row));
  if (!found) return null;
  const parties = await partiesOf(context, found);
  return parties.find(({ party }) => keysOf(party).includes(key)) ?? null;
}

function isOwn({ findings }: FoundCase, party: RegisteredParty): boolean {
  return keysOf(party).some((key) => findings.ownPartyKeys.includes(key));
}
