import type { AccessContext } from '#subgraphs/access/context.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';
import { defineAgency } from '#subgraphs/kit/shared/agency.ts';

export const builder = createBuilder<AccessContext>();
builder.queryType({ description: '查询 queries' });
builder.mutationType({ description: '变更 mutations' });

export const Agency = defineAgency(builder);
