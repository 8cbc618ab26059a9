import { DirectiveLocation, GraphQLDirective } from 'graphql';

/** Where `@public` is specified: a name of our own, that nothing has to be fetched from. */
export const PUBLIC_SPECIFICATION = 'https://zhengfa.example/specs/public/v0.1';

/**
 * 公开. A field that everyone may see, or a type whose fields everyone may see who comes to it. It changes nothing: it says that somebody
 * has decided, so that `npm run schema:lint` can refuse what nobody has decided.
 */
export const PUBLIC_DIRECTIVE = new GraphQLDirective({
  name: 'public',
  description:
    '公开 public by decision: whoever comes to it may see it；没有 @public，也没有 @policy、@requiresScopes、@authenticated 的类型和根字段不予接受。',
  locations: [DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION],
});

/** What a builder writes in `directives` of a type or field that is public. */
export const PUBLIC = { public: {} } as const;
