import { createBuilder } from '#subgraphs/kit/builder.ts';
import { defineStubs } from '#subgraphs/kit/case-stub.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';
import { defineLegalDocument } from '#subgraphs/kit/shared/legal-document.ts';
import { defineOfficer } from '#subgraphs/kit/shared/officer.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

export const builder = createBuilder<ProcuratorateContext>();
builder.queryType({ description: '查询 queries' });

const Agency = defineAgency(builder);
export const Officer = defineOfficer(builder, Agency);
export const LegalDocument = defineLegalDocument(builder, Agency);
export const { Case, PartyInCase } = defineStubs(builder);
