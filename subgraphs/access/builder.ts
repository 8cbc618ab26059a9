import { createBuilder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

export const builder = createBuilder<RequestContext>();
