import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import { createBuilder } from '#subgraphs/kit/builder.ts';

export const builder = createBuilder<CaseworkContext>();
