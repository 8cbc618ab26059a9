import type { Code } from '#schema/codes.ts';
import type { Builder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { PUBLIC } from '#subgraphs/kit/public-directive.ts';

export function defineCode<Context extends RequestContext>(builder: Builder<Context>) {
  return builder.objectRef<Code>('Code').implement({
    description: '代码 a coded value：代码表、代码、名称。',
    directives: PUBLIC,
    shareable: true,
    fields: (t) => ({
      scheme: t.exposeString('scheme', { nullable: false, description: '代码表 which list' }),
      code: t.exposeString('code', { nullable: false, description: '代码 the code' }),
      name: t.exposeString('name', {
        nullable: false,
        description: '名称 its name; the code itself where no list knows it',
      }),
    }),
  });
}
