import type { Builder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import type { AgencyRef } from '#subgraphs/kit/shared/agency.ts';

/** Someone who handles a record. */
export interface SharedOfficer {
  readonly agencyCode: string;
  readonly staffNo: string;
  readonly displayName: string;
  /** As the department writes it. */
  readonly title: string | null;
}

export function defineOfficer<Context extends RequestContext>(builder: Builder<Context>, Agency: AgencyRef<Context>) {
  return builder.objectRef<SharedOfficer>('Officer').implement({
    description: '办案人员 an officer who handles a record',
    shareable: true,
    policy: [['case.read']],
    fields: (t) => ({
      officerUid: t.id({
        nullable: false,
        description: '人员键 key: agency and staff number',
        resolve: ({ agencyCode, staffNo }) => `${agencyCode}/${staffNo}`,
      }),
      displayName: t.exposeString('displayName', { nullable: false, description: '姓名 name as shown' }),
      title: t.exposeString('title', { description: '职务 title, as the department writes it' }),
      agency: t.field({
        type: Agency,
        nullable: false,
        description: '所在机关 agency',
        resolve: ({ agencyCode }) => agencyCode,
      }),
    }),
  });
}
