import { AGENCIES, type Agency } from '#schema/agencies.ts';
import { DEPARTMENT } from '#schema/enums/department.ts';
import { graphValues } from '#schema/enums/enum.ts';
import type { Builder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { PUBLIC } from '#subgraphs/kit/public-directive.ts';

const DIRECTORY: ReadonlyMap<string, Agency> = new Map(AGENCIES.map((agency) => [agency.agencyCode, agency]));

const LEVELS = {
  COUNTY: '县级 county',
  PREFECTURE: '市级 prefecture',
} as const satisfies Record<Agency['level'], string>;

export function defineDepartment<Context extends RequestContext>(builder: Builder<Context>) {
  return builder.enumType('Department', { description: '部门 department', values: graphValues(DEPARTMENT) });
}

/** An agency by its code, which is its name too where the directory does not have it. */
export function defineAgency<Context extends RequestContext>(
  builder: Builder<Context>,
  Department = defineDepartment(builder),
) {
  const Level = builder.enumType('AgencyLevel', {
    description: '机关层级 level of an agency',
    values: graphValues(LEVELS),
  });
  return builder.objectRef<string>('Agency').implement({
    description: '机关 an agency，见机关名录。',
    directives: PUBLIC,
    shareable: true,
    fields: (t) => ({
      agencyCode: t.id({ nullable: false, description: '机关代码 agency code', resolve: (code) => code }),
      name: t.string({
        nullable: false,
        description: '名称 name; the code itself where the directory does not have it',
        resolve: (code) => DIRECTORY.get(code)?.name ?? code,
      }),
      department: t.field({
        type: Department,
        description: '所属部门 the department that it counts under',
        resolve: (code) => DIRECTORY.get(code)?.department ?? null,
      }),
      areaCode: t.string({
        description: '行政区划代码 area code (GB/T 2260)',
        resolve: (code) => DIRECTORY.get(code)?.areaCode ?? null,
      }),
      level: t.field({ type: Level, description: '层级 level', resolve: (code) => DIRECTORY.get(code)?.level ?? null }),
    }),
  });
}

export type AgencyRef<Context extends RequestContext> = ReturnType<typeof defineAgency<Context>>;
