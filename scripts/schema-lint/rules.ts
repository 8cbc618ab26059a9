/** What is refused, and why. The ids are stable; each has its bad example in `lint.test.ts`. */
export const RULES = {
  unreadable: { zh: '文件不是可读的 GraphQL 定义。', en: 'The file cannot be read as a schema.' },
  'does-not-compose': { zh: '各子图不能合成超图。', en: 'The subgraphs do not compose.' },
  unenforceable: {
    zh: '网关无法执行其中的授权要求，因此不会启动。',
    en: 'The gateway cannot enforce what it demands, and would not start.',
  },
  'no-decision': {
    zh: '没有任何授权决定：应写明 @policy、@requiresScopes、@authenticated，或者 @public。',
    en: 'Nobody has decided who may see it: it carries none of @policy, @requiresScopes, @authenticated, @public, nor does its type.',
  },
  'public-and-protected': {
    zh: '既公开又受保护，互相矛盾。',
    en: 'It is public and protected at once.',
  },
  'empty-list': {
    zh: '空的权限或策略列表等于没有要求。',
    en: 'An empty list of scopes or policies demands nothing.',
  },
  'short-form': {
    zh: '权限和策略须写成 [["名称"]]，简写会被误读。',
    en: 'Scopes and policies are written [["name"]]; composition keeps short forms as they stand, and they are misread.',
  },
  'unknown-policy': {
    zh: '策略表（auth/policies）中没有此策略。',
    en: 'No policy of that name stands in auth/policies.',
  },
  'second-path': {
    zh: '受保护的根字段的类型，可以经由不受保护的路径到达。',
    en: 'The root field is protected, its type is not, and another path that demands nothing reaches it.',
  },
  'requires-arguments': {
    zh: '@requires 中的参数会替换客户端给出的参数，返回错误数据。',
    en: 'Arguments within a selection of fields replace the client’s own: the data would be silently wrong.',
  },
  'requires-protected': {
    zh: '字段依据受保护的数据得出，自身却没有同样的要求。',
    en: 'The field is made of protected data and does not demand as much itself; composition lets some of these pass.',
  },
  'from-context': {
    zh: '不得使用 @context、@fromContext：网关不传递上下文，也无法按其授权。',
    en: 'Contexts are not passed on by the gateway, and protection does not follow them.',
  },
  'interface-demand': {
    zh: '经由接口可以绕过实现类型的授权要求。',
    en: 'What an object type demands is not demanded by its interface, or the other way round: composition joins them not everywhere.',
  },
  override: {
    zh: '不得用 @override 取走其他部门的字段；旧的授权要求也会保留。',
    en: 'A department’s field is not taken over by @override, which besides keeps the old demand.',
  },
  shareable: {
    zh: '只有代码表等共用值类型可以 @shareable，其余数据只由主管部门提供。',
    en: 'Only code lists and the shared values of allowed.ts are @shareable: everything else comes from its owner alone.',
  },
  'undeclared-directive': {
    zh: '自定义指令没有 @link 和 @composeDirective，合成时会被悄悄丢弃。',
    en: 'A directive of its own without @link and @composeDirective is dropped silently when the subgraphs are composed.',
  },
  'misleading-name': {
    zh: '指令名与授权指令相同，却不是该授权指令。',
    en: 'A directive bears the name of a protection and is another one.',
  },
  'links-protection-itself': {
    zh: '不得直接链接授权规范：应从 federation 导入，否则合成时不与接口合并。',
    en: 'The specifications of protection are imported from federation: linked directly, composition does not join them into interfaces.',
  },
  'no-federation': {
    zh: '子图没有链接 Federation 2（至多 v2.14）。',
    en: 'The subgraph does not link Federation 2, or a version later than v2.14.',
  },
  'no-description': {
    zh: '缺少以中文开头的说明。',
    en: 'It has no description that begins in Chinese.',
  },
  'person-first': {
    zh: '根字段名不得含 person、party、search、face、phone、location：先有案件，后有人员。',
    en: 'No root field finds a person: its name may not hold person, party, search, face, phone or location (WORLD 8).',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;

export type RuleId = keyof typeof RULES;

export interface Violation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly rule: RuleId;
  /** `Type.field`, a directive, or a whole sentence of the composer's. */
  readonly what: string;
}
