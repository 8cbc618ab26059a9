/** What graphql-js says of a document, and the same in Chinese: `$1`, `$2` and `$3` are the names in it, in their order. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Cannot query field "(.+)" on type "(.+)"\.$/, '类型 $2 没有字段 $1。'],
  [/^Unknown argument "(.+)" on field "(.+)"\.$/, '字段 $2 没有参数 $1。'],
  [/^Unknown argument "(.+)" on directive "(.+)"\.$/, '指令 $2 没有参数 $1。'],
  [/^Unknown type "(.+)"\.$/, '没有类型 $1。'],
  [/^Unknown fragment "(.+)"\.$/, '没有片段 $1。'],
  [/^Unknown directive "(.+)"\.$/, '没有指令 $1。'],
  [
    /^(?:Field|Directive) "(.+)" argument "(.+)" of type "(.+)" is required, but it was not provided\.$/,
    '$1 必须给出参数 $2，其类型为 $3。',
  ],
  [/^Field "(.+)" of type "(.+)" must have a selection of subfields\.$/, '字段 $1 的类型为 $2，必须选择其下的字段。'],
  [
    /^Field "(.+)" must not have a selection since type "(.+)" has no subfields\.$/,
    '字段 $1 的类型为 $2，其下没有字段可选。',
  ],
  [/^Field "(.+)\.(.+)" of required type "(.+)" was not provided\.$/, '$1 必须给出 $2，其类型为 $3。'],
  [/^Field "(.+)" is not defined by type "(.+)"\.$/, '$2 没有 $1 这一项。'],
  [/^Value "(.+)" does not exist in "(.+)" enum\.$/, '枚举 $2 没有 $1 这个值。'],
  [/^Enum "(.+)" cannot represent .+\.$/, '此处应为枚举 $1 的一个值。'],
  [/^(?:Int|Float) cannot represent .+\.$/, '此处应为数字，整数不得超过 32 位。'],
  [/^(?:String|ID) cannot represent .+\.$/, '此处应为字符串。'],
  [/^Boolean cannot represent .+\.$/, '此处应为 true 或 false。'],
  [/^Expected value of type "(.+)"\.$/, '此处应为类型 $1 的值。'],
  [/^Variable "(.+)" of type "(.+)" used in position expecting type "(.+)"\.$/, '变量 $1 声明为 $2，此处应为 $3。'],
  [/^Variable "(.+)" is not defined(?: by operation ".+")?\.$/, '变量 $1 没有声明。'],
  [/^Variable "(.+)" is never used(?: in operation ".+")?\.$/, '变量 $1 声明而未使用。'],
  [/^GraphQL introspection has been disabled.*$/, '本图不开放内省查询。'],
  [/^Syntax Error: (.+)\.$/, '语法错误（$1）。'],
];

/** The sentence in Chinese; as it is where it is a rare one. */
export function inChinese(sentence: string): string {
  for (const [english, chinese] of SENTENCES) if (english.test(sentence)) return sentence.replace(english, chinese);
  return sentence;
}
