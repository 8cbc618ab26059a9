import { badArgument } from '#subgraphs/kit/bad-argument.ts';

/** A word or a number: what is made of blanks, marks and signs that nobody sees says nothing. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Nobody types one, and neither PostgreSQL nor XML keeps each; lines and tabs are text. Nor halves of a character. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/** Free text without the blanks around it. @throws GraphError BAD_USER_INPUT that says how long it may be */
export function requireText(raw: string, argument: string, most: number): string {
  const text = raw.trim();
  if (SAYS_SOMETHING.test(text) && !UNWRITABLE.test(text) && [...text].length <= most) return text;
  throw badArgument(
    argument,
    `应为 1 到 ${most} 个字，不含控制字符`,
    `has 1 to ${most} characters, none of them a control character`,
  );
}
