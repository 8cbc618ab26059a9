import type { GraphQLResolveInfo } from 'graphql';
import { graphValues } from '#schema/enums/enum.ts';
import { MEASURE_KIND, type MeasureKind } from '#schema/enums/measure-kind.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { documentByUid } from '#subgraphs/casework/lists/document.ts';
import { rowsOfParty } from '#subgraphs/casework/lists/party-rows.ts';
import { PartyInCase, type PartyOfCase } from '#subgraphs/casework/party.ts';
import { Agency, LegalDocument } from '#subgraphs/casework/shared-types.ts';
import type { OwnerMeasure } from '#subgraphs/kit/owner-rows.ts';

const Kind = builder.enumType('MeasureKind', {
  description: '强制措施种类 kind of coercive measure (DOMAIN 2.4)',
  values: graphValues(MEASURE_KIND),
});

interface MeasureInCase extends OwnerMeasure {
  readonly found: FoundCase;
}

const Measure = builder.objectRef<MeasureInCase>('Measure').implement({
  description: '强制措施 a coercive measure on a person',
  policy: [['case.read']],
  fields: (t) => ({
    measureUid: t.exposeID('measureUid', { nullable: false, description: '措施键 key of the measure' }),
    kind: t.field({
      type: Kind,
      nullable: false,
      description: '种类 kind',
      resolve: ({ kind }) => kind as MeasureKind,
    }),
    decidedBy: t.field({
      type: Agency,
      nullable: false,
      description: '决定机关 who decided',
      resolve: ({ decidedBy }) => decidedBy,
    }),
    approvedBy: t.field({
      type: Agency,
      description: '批准机关 who approved',
      resolve: ({ approvedBy }) => approvedBy,
    }),
    executedBy: t.field({
      type: Agency,
      description: '执行机关 who executes it',
      resolve: ({ executedBy }) => executedBy,
    }),
    from: t.expose('from', { type: 'DateTime', description: '开始时间 from' }),
    limitOn: t.expose('limitOn', { type: 'LegalDate', description: '期限届满日 last day' }),
    endedOn: t.expose('endedOn', { type: 'LegalDate', description: '解除日期 ended on; null while it lasts' }),
    familyNotifiedAt: t.expose('familyNotifiedAt', {
      type: 'DateTime',
      description: '通知家属时间 when the family was told (CPL 85)',
    }),
    documentUid: t.exposeID('documentUid', { description: '法律文书键 its document, one of the case’s documents' }),
    document: t.field({
      type: LegalDocument,
      description: '法律文书 its document；本人看不到案卷的为 null，某部门不可用时为 null。',
      resolve: ({ found, documentUid }, _args, context) => documentByUid(context, found, documentUid),
    }),
  }),
});

builder.objectFields(PartyInCase, (t) => ({
  measures: t.field({
    type: [Measure],
    description: '强制措施 coercive measures, by time；决定或执行机关不可用时为 null。',
    resolve: measuresOf,
  }),
  currentMeasure: t.field({
    type: Measure,
    description: '现行强制措施 the measure in force',
    resolve: async (...asked) => (await measuresOf(...asked)).findLast(({ endedOn }) => endedOn === null) ?? null,
  }),
}));

async function measuresOf(
  party: PartyOfCase,
  _args: object,
  context: CaseworkContext,
  info: GraphQLResolveInfo,
): Promise<MeasureInCase[]> {
  const measures = await rowsOfParty(context, info, party, 'measures');
  return measures.map((measure) => ({ ...measure, found: party.found }));
}
