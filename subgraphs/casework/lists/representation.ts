import { graphValues } from '#schema/enums/enum.ts';
import { REPRESENTATION_KIND } from '#schema/enums/representation-kind.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { rowsOfParty } from '#subgraphs/casework/lists/party-rows.ts';
import { PartyInCase, type PartyOfCase } from '#subgraphs/casework/party.ts';
import type { OwnerRepresentation } from '#subgraphs/kit/owner-rows.ts';

const RepresentationKind = builder.enumType('RepresentationKind', {
  description: '辩护、代理类别 kind of representation',
  values: graphValues(REPRESENTATION_KIND),
});

/** The register of lawyers is the justice bureau's, and public; the name stands in the record too. */
const Lawyer = builder.objectRef<OwnerRepresentation>('Lawyer').implement({
  description: '律师 a lawyer，执业登记由司法行政机关负责。',
  authenticated: true,
  fields: (t) => ({
    licenceNo: t.exposeID('licenceNo', { nullable: false, description: '执业证号 licence number' }),
    name: t.exposeString('lawyerName', { nullable: false, shareable: true, description: '姓名 name' }),
  }),
});
builder.asEntity(Lawyer, {
  key: builder.keyDirective(builder.selection<{ licenceNo: string }>('licenceNo'), false),
  resolveReference: () => null,
});

const Letter = builder.objectRef<{ readonly number: string }>('RepresentationLetter').implement({
  description: '公函或委托手续 the letter or power of attorney that shows a representation',
  policy: [['case.read']],
  fields: (t) => ({ number: t.exposeString('number', { nullable: false, description: '文书号 its number' }) }),
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
    letter: t.field({
      type: Letter,
      description: '公函或委托手续 the letter that shows it',
      resolve: ({ letterNumber }) => (letterNumber === null ? null : { number: letterNumber }),
    }),
  }),
});

builder.objectField(PartyInCase, 'representations', (t) =>
  t.field({
    type: [Representation],
    description:
      '辩护、代理关系 representations，由各部门的记录汇总；某部门不可用时附一条错误，其余部门的记录照常返回。',
    resolve: async (party, _args, context, info) =>
      distinct(await rowsOfParty(context, info, party, 'representations')).map((row) => asOf(party, row)),
  }),
);

/** Whoever acts for another than the accused is no defender (CPL 46): police and procuratorate file powers of attorney alike. */
function asOf({ party }: PartyOfCase, row: OwnerRepresentation): OwnerRepresentation {
  return row.kind === 'RETAINED' && party.role !== 'SUSPECT_OR_DEFENDANT' ? { ...row, kind: 'AGENT' } : row;
}

/** A power of attorney that several departments hold is one representation: the first that tells of it stands. */
function distinct(rows: readonly OwnerRepresentation[]): OwnerRepresentation[] {
  return [...Map.groupBy(rows, ({ kind, licenceNo }) => `${kind} ${licenceNo}`).values()].flatMap(
    ([first]) => first ?? [],
  );
}
