import { createBuilder } from '#subgraphs/kit/builder.ts';
import { defineStubs } from '#subgraphs/kit/case-stub.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';
import { defineCode } from '#subgraphs/kit/shared/code.ts';
import { defineOfficer } from '#subgraphs/kit/shared/officer.ts';
import type { PoliceContext } from '#subgraphs/police/context.ts';

export const builder = createBuilder<PoliceContext>();
builder.queryType({ description: '查询 queries' });

export const Code = defineCode(builder);
export const Agency = defineAgency(builder);
export const Officer = defineOfficer(builder, Agency);
export const { Case } = defineStubs(builder);
