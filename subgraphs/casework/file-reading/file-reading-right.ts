import { builder } from '#subgraphs/casework/builder.ts';
import { earliestSlot, type ReadingRight, readingRight } from '#subgraphs/casework/file-reading/reading-right.ts';
import { CLOSED, OPEN } from '#subgraphs/casework/file-reading/sentences.ts';

const FileReadingRight = builder.objectRef<ReadingRight>('FileReadingRight').implement({
  description: '阅卷权 whether counsel may read the file of a case yet (CPL 40)',
  policy: [['file.read']],
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', { nullable: false, description: '是否可以阅卷 whether it may be read' }),
    reason: t.string({
      nullable: false,
      description: '理由 why, as a sentence',
      resolve: ({ allowed }) => (allowed ? OPEN.zh : CLOSED.zh),
    }),
    since: t.expose('since', { type: 'LegalDate', description: '起始日 since when; null while it is not open' }),
    earliestSlot: t.field({
      type: 'DateTime',
      description: '最早可预约时间 the first free time；检察院系统不可用时为 null。',
      resolve: (right, _args, context) => earliestSlot(context, right),
    }),
  }),
});

builder.queryField('fileReadingRight', (t) =>
  t.field({
    type: FileReadingRight,
    policy: [['file.read']],
    description:
      '阅卷权 whether the caller, defence counsel, may read the file of the case；不是本人办理的案件与不存在的案件同样返回 null。',
    args: { caseUid: t.arg.id({ required: true, description: '平台统一案号 unified case id' }) },
    resolve: (_root, { caseUid }, context) => readingRight(context, String(caseUid)),
  }),
);
