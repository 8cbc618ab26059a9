import { GraphError } from '#schema/errors/graph-error.ts';
import type { IdentifierKind } from '#schema/identifiers/identifier-kind.ts';
import { CASE_NUMBER_KINDS } from '#schema/identifiers/index.ts';

/**
 * The canonical value of an argument.
 * @param help what would do, as a sentence in each language @default one of the kind
 * @throws GraphError BAD_USER_INPUT, which never repeats the value: it may be an identity number put in the wrong place.
 */
export function requireIdentifier<Value extends string>(
  kind: IdentifierKind<Value>,
  raw: string,
  argumentName: string,
  help = exampleOf(kind),
): Value {
  const value = kind.parse(raw);
  if (value !== null) return value;
  throw new GraphError('BAD_USER_INPUT', {
    zh: `参数 ${argumentName} 不是有效的${kind.name.zh}。${help.zh}`,
    en: `The argument ${argumentName} is not a valid ${kind.name.en}. ${help.en}`,
  });
}

/** Which numbers `case(...)` takes, with one example of each, in a Chinese and an English sentence. */
export function caseNumberHelp(): { zh: string; en: string } {
  const kinds = Object.entries(CASE_NUMBER_KINDS);
  const zh = kinds.map(([argument, { name, example }]) => `${name.zh} ${argument}（如 ${example}）`);
  const en = kinds.map(([argument, { name, example }]) => `${argument}, a ${name.en} (such as ${example})`);
  return { zh: `case(...) 接受以下编号之一：${zh.join('、')}。`, en: `case(...) takes one of: ${en.join('; ')}.` };
}

function exampleOf({ example }: IdentifierKind<string>): { zh: string; en: string } {
  return { zh: `示例：${example}。`, en: `Example: ${example}.` };
}
