import { builder } from '#subgraphs/casework/builder.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';
import { defineLegalDocument } from '#subgraphs/kit/shared/legal-document.ts';

export const Agency = defineAgency(builder);
export const LegalDocument = defineLegalDocument(builder, Agency);
