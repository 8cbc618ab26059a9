import type { HearingRecord } from '#adapters/systems/court-12368/port.ts';
import type { CourtCaseShown } from '#subgraphs/court/context.ts';
import { CourtCase, showsTrial } from '#subgraphs/court/court-case.ts';
import { builder, Code } from '#subgraphs/court/types.ts';

/** A hearing, of a court case that the caller may see. */
export interface HearingShown {
  readonly hearing: HearingRecord;
  readonly shown: CourtCaseShown;
}

export const Hearing = builder.objectRef<HearingShown>('Hearing').implement({
  description: '开庭 a hearing',
  policy: [['case.read']],
  fields: (t) => ({
    hearingUid: t.id({
      nullable: false,
      description: '开庭编号 key of the hearing',
      resolve: ({ hearing }) => hearing.hearingUid,
    }),
    courtCase: t.field({
      type: CourtCase,
      description: '所属法院案件 the court case；其记录无法读取时为 null。',
      resolve: ({ shown }) => shown,
    }),
    kind: t.field({
      type: Code,
      nullable: false,
      description: '类别 kind of hearing, in the court’s own list',
      resolve: ({ hearing }) => hearing.kind,
    }),
    startsAt: t.field({
      type: 'DateTime',
      nullable: false,
      description: '开庭时间 when it begins',
      resolve: ({ hearing }) => hearing.startsAt,
    }),
    room: t.string({ description: '法庭 court room', resolve: ({ hearing }) => hearing.room }),
    open: t.boolean({
      nullable: false,
      description: '是否公开审理 open to the public',
      resolve: ({ hearing }) => hearing.open,
    }),
  }),
});

builder.objectField(CourtCase, 'hearings', (t) =>
  t.field({
    type: [Hearing],
    description: '开庭安排 hearings, by time；法院系统不可用时为 null。',
    resolve: async (shown, _args, context) => {
      const hearings = showsTrial(shown) ? await context.hearings.load(shown.courtCaseNo) : null;
      return (hearings ?? []).map((hearing) => ({ hearing, shown }));
    },
  }),
);
