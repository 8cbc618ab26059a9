import { builder } from '#subgraphs/casework/builder.ts';
import { defineAgency, defineDepartment } from '#subgraphs/kit/shared/agency.ts';
import { defineLegalDocument } from '#subgraphs/kit/shared/legal-document.ts';

export const Department = defineDepartment(builder);
export const Agency = defineAgency(builder, Department);
export const LegalDocument = defineLegalDocument(builder, Agency);
