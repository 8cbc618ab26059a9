import { pathToArray } from 'graphql/jsutils/Path.js';
import { graphValues } from '#schema/enums/enum.ts';
import { LEGAL_STATUS } from '#schema/enums/legal-status.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { REPRESENTATION_KIND } from '#schema/enums/representation-kind.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import type { RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-fields.ts';

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
const RepresentationKind = builder.enumType('RepresentationKind', {
  description: '辩护、代理类别 kind of representation',
  values: graphValues(REPRESENTATION_KIND),
});

const Person = builder.objectRef<RegisteredParty>('Person').implement({
  description: '自然人 a person：只能经由案件查到，标识为不透明编号。',
  policy: [['case.read']],
  fields: (t) => ({
    personUid: t.exposeID('personUid', { nullable: false, description: '人员编号 opaque id' }),
    displayName: t.exposeString('displayName', {
      nullable: false,
      description: '显示姓名 name as this caller may see it',
    }),
  }),
});

const Lawyer = builder.objectRef<OwnerRepresentation>('Lawyer').implement({
  description: '律师 a lawyer，执业登记由司法行政机关负责。',
  policy: [['case.read']],
  fields: (t) => ({
    licenceNo: t.exposeID('licenceNo', { nullable: false, description: '执业证号 licence number' }),
    name: t.exposeString('lawyerName', { nullable: false, shareable: true, description: '姓名 name' }),
  }),
});
builder.asEntity(Lawyer, {
  key: builder.keyDirective(builder.selection<{ licenceNo: string }>('licenceNo'), false),
  resolveReference: () => null,
});

const Representation = builder.objectRef<OwnerRepresentation>('Representation').implement({
  description: '辩护、代理关系 who stands for a party',
  policy: [['case.read']],
  fields: (t) => ({
    kind: t.field({
      type: RepresentationKind,
      nullable: false,
      description: '类别 kind',
      resolve: ({ kind }) => kind as keyof typeof REPRESENTATION_KIND,
    }),
    lawyer: t.field({ type: Lawyer, description: '律师 the lawyer', resolve: (row) => row }),
    from: t.expose('from', { type: 'LegalDate', nullable: false, description: '起始日 from' }),
    to: t.expose('to', { type: 'LegalDate', description: '终止日 to; null while it lasts' }),
  }),
});

export const PartyInCase = builder.objectRef<PartyOfCase>('PartyInCase').implement({
  description: '案件当事人及参与人 a party in a case：诉讼地位属于本案中的人，而不属于案件。',
  policy: [['case.read']],
  fields: (t) => ({
    partyUid: t.id({ nullable: false, description: '当事人编号 opaque key', resolve: ({ party }) => party.partyUid }),
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
    person: t.field({ type: Person, description: '自然人 the person', resolve: ({ party }) => party }),
    representations: t.field({
      type: [Representation],
      description:
        '辩护、代理关系 representations，由各部门的记录汇总；某部门不可用时附一条错误，其余部门的记录照常返回。',
      resolve: async ({ found, party }, _args, context, info) => {
        const { rows, failures } = await context.representations(found);
        const own = rows.filter(({ partyKey }) => party.keys.some(({ key }) => key === partyKey));
        const missing = failures.filter(({ owner }) => party.keys.some(({ system }) => system === owner.system));
        // An empty list would say that nobody defends the party, which is not known.
        const [first] = missing;
        if (own.length === 0 && first) throw first.error;
        for (const { error } of missing) context.partialError(pathToArray(info.path), error);
        return own;
      },
    }),
  }),
});
