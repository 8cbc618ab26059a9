import type { ReturnRecord } from '#adapters/systems/procuratorate-12309/review-records.ts';
import type { VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { documentOf } from '#subgraphs/procuratorate/review.ts';
import { builder, LegalDocument } from '#subgraphs/procuratorate/types.ts';

/** A return for supplementary investigation, in a review that the caller may see. */
export interface ReturnShown {
  readonly returned: ReturnRecord;
  readonly visible: VisibleRecord;
}

export const SupplementReturn = builder.objectRef<ReturnShown>('SupplementReturn').implement({
  description: '退回补充侦查 a return for supplementary investigation (CPL 175)：重报之日起重新计算审查期限。',
  policy: [['case.read']],
  fields: (t) => ({
    round: t.int({ nullable: false, description: '次数 round: 1 or 2', resolve: ({ returned }) => returned.round }),
    returnedOn: t.field({
      type: 'LegalDate',
      nullable: false,
      description: '退回日期 returned on',
      resolve: ({ returned }) => returned.returnedOn,
    }),
    resubmittedOn: t.field({
      type: 'LegalDate',
      description: '重报日期 resubmitted on; null while it is out',
      resolve: ({ returned }) => returned.resubmittedOn,
    }),
    outline: t.field({
      type: LegalDocument,
      description: '补充侦查提纲 outline of what is to be investigated；检察院系统不可用时为 null。',
      resolve: ({ returned, visible }, _args, context) => documentOf(context, visible, returned.outline),
    }),
  }),
});
