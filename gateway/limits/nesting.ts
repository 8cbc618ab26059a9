import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/**
 * Whether braces, brackets and parentheses stand deeper in one another than that, looking at no more than so many tokens: the parser
 * recurses, and a few kilobytes of brackets end its stack. What cannot be read is the parser's to complain about.
 */
export function isNestedDeeper(text: string, levels: number, maxTokens: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let level = 0, tokens = 0; tokens <= maxTokens; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return false;
      if (OPENS.has(kind)) level += 1;
      if (CLOSES.has(kind)) level -= 1;
      if (level > levels) return true;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return false;
}
