import { createBuilder } from '#subgraphs/kit/builder.ts';
import { defineStubs } from '#subgraphs/kit/case-stub.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';
import { defineCode } from '#subgraphs/kit/shared/code.ts';
import type { LegalAidContext } from '#subgraphs/legal-aid/context.ts';

export const builder = createBuilder<LegalAidContext>();
builder.queryType({ description: '查询 queries' });

export const Code = defineCode(builder);
export const Agency = defineAgency(builder);
export const { Case, PartyInCase } = defineStubs(builder);
