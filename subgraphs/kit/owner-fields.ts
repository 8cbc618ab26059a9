import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { createBuilder } from '#subgraphs/kit/builder.ts';
import type { CaseReference, OwnerContext } from '#subgraphs/kit/owner-context.ts';

/** A lawyer who stands for a party, as the owner of the record knows it. */
export interface OwnerRepresentation {
  /** The record and the party's key in it, as casework keeps them (`party_keys`). */
  readonly partyKey: string;
  readonly kind: string;
  readonly licenceNo: string;
  readonly lawyerName: string;
  readonly from: string;
  readonly to: string | null;
}

export interface OwnerSource<Context> {
  facts(recordNos: readonly string[], context: Context): Promise<readonly RecordFacts[]>;
  representations(
    reference: CaseReference,
    recordNos: readonly string[],
    context: Context,
  ): Promise<readonly OwnerRepresentation[]>;
}

/**
 * The two root fields that casework asks of every department, invisible to clients: facts for decisions, and the rows of a list
 * that several departments feed. `prefix` is the department's word: `courtFacts`, `courtRepresentations`.
 */
export function addOwnerFields<Context extends OwnerContext>(
  builder: ReturnType<typeof createBuilder<Context>>,
  prefix: string,
  source: OwnerSource<Context>,
) {
  const Assignment = builder.objectRef<RecordFacts['assignments'][number]>('Assignment').implement({
    description: '承办关系 assignment：谁以何种职务办理该记录。仅供平台内部裁决使用。',
    shareable: true,
    inaccessible: true,
    fields: (t) => ({
      staffNo: t.exposeID('staffNo', { nullable: false, description: '工号 staff number' }),
      function: t.exposeString('function', { nullable: false, description: '职务 function in the record' }),
    }),
  });
  const Facts = builder.objectRef<RecordFacts>('RecordFacts').implement({
    description: '裁决事实 facts for a decision：部门系统对一条记录的承办、回避、封存的说明。仅供平台内部使用。',
    shareable: true,
    inaccessible: true,
    fields: (t) => ({
      department: t.exposeString('department', { nullable: false, description: '部门 department' }),
      agencyCode: t.exposeID('agencyCode', { nullable: false, description: '机关代码 agency code' }),
      recordNo: t.exposeID('recordNo', { nullable: false, description: '部门编号 number of the record' }),
      sealed: t.exposeBoolean('sealed', { nullable: false, description: '是否封存 sealed by law' }),
      labelled: t.exposeBoolean('labelled', {
        nullable: false,
        description: '是否标有密级 carries a state-secrecy label',
      }),
      assignments: t.field({
        type: [Assignment],
        nullable: false,
        description: '承办人员 who handles it',
        resolve: (facts) => [...facts.assignments],
      }),
      recusedStaffNos: t.field({
        type: ['ID'],
        nullable: false,
        description: '已回避人员 staff who are recused',
        resolve: (facts) => [...facts.recusedStaffNos],
      }),
    }),
  });
  const Representation = builder.objectRef<OwnerRepresentation>('OwnerRepresentation').implement({
    description: '部门掌握的代理、辩护关系 a representation as its owner knows it。仅供平台内部汇总使用。',
    shareable: true,
    inaccessible: true,
    fields: (t) => ({
      partyKey: t.exposeID('partyKey', { nullable: false, description: '当事人键 key of the party in the record' }),
      kind: t.exposeString('kind', { nullable: false, description: '类别 kind' }),
      licenceNo: t.exposeID('licenceNo', { nullable: false, description: '执业证号 licence number' }),
      lawyerName: t.exposeString('lawyerName', { nullable: false, description: '律师姓名 name of the lawyer' }),
      from: t.expose('from', { type: 'LegalDate', nullable: false, description: '起始日 from' }),
      to: t.expose('to', { type: 'LegalDate', description: '终止日 to' }),
    }),
  });

  builder.queryField(`${prefix}Facts`, (t) =>
    t.field({
      type: [Facts],
      nullable: false,
      inaccessible: true,
      policy: [['case.read']],
      description: '裁决事实 facts for decisions。仅限 casework 以自己的封套查询。',
      args: { recordNos: t.arg.idList({ required: true, description: '部门编号 numbers of the records' }) },
      resolve: async (_root, { recordNos }, context) => {
        context.requireCasework();
        return [...(await source.facts(recordNos.map(String), context))];
      },
    }),
  );
  builder.queryField(`${prefix}Representations`, (t) =>
    t.field({
      type: [Representation],
      nullable: false,
      inaccessible: true,
      policy: [['case.read']],
      description:
        '本部门掌握的代理、辩护关系 representations that this department knows。仅限 casework 以自己的封套查询。',
      args: {
        caseUid: t.arg.id({ required: true, description: '平台统一案号 the case' }),
        statement: t.arg.string({ required: true, description: 'casework 签名的事实说明 its signed statement' }),
        recordNos: t.arg.idList({ required: true, description: '部门编号 numbers of the records' }),
      },
      resolve: async (_root, { caseUid, statement, recordNos }, context) => {
        context.requireCasework();
        return [
          ...(await source.representations({ caseUid: String(caseUid), statement }, recordNos.map(String), context)),
        ];
      },
    }),
  );
}
