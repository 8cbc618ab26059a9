import type { CourtContext } from '#subgraphs/court/context.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';
import { defineStubs } from '#subgraphs/kit/case-stub.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';
import { defineCode } from '#subgraphs/kit/shared/code.ts';
import { defineLegalDocument } from '#subgraphs/kit/shared/legal-document.ts';
import { defineOfficer } from '#subgraphs/kit/shared/officer.ts';

export const builder = createBuilder<CourtContext>();
builder.queryType({ description: '查询 queries' });

export const Code = defineCode(builder);
export const Agency = defineAgency(builder);
export const Officer = defineOfficer(builder, Agency);
export const LegalDocument = defineLegalDocument(builder, Agency);
export const { Case, PartyInCase } = defineStubs(builder);
