/** A string or template literal of a source, without its quotes; what is filled in while it runs is cut out. */
export interface Literal {
  /** From 1. */
  readonly line: number;
  readonly parts: readonly string[];
}

/** Words that only SQL has in capitals; what is between them is not looked at. */
const SQL =
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|MERGE|FROM|WHERE|ORDER BY|CASE WHEN|BEGIN|CALL|ALTER SESSION|NVL|ROWNUM)\b/;

/** The literals of a source that hold SQL, or a part of it. */
export function sqlLiterals(source: string): Literal[] {
  return literalsOf(source).filter(({ parts }) => parts.some((part) => SQL.test(part)));
}

/** All literals in order; those inside a template's braces come after it. */
export function literalsOf(source: string): Literal[] {
  const literals: Literal[] = [];
  const lineAt = (place: number) => source.slice(0, place).split('\n').length;

  /** Reads code up to its end, or to the brace that ends it. @returns the place behind */
  function code(start: number): number {
    let depth = 0;
    for (let at = start; at < source.length; ) {
      const two = source.slice(at, at + 2);
      const one = source.charAt(at);
      if (two === '//') at = endOf('\n', at);
      else if (two === '/*') at = endOf('*/', at + 2);
      else if (one === "'" || one === '"') at = text(at, one);
      else if (one === '`') at = template(at);
      else if (one === '}' && depth === 0) return at + 1;
      else {
        depth += one === '{' ? 1 : one === '}' ? -1 : 0;
        at += 1;
      }
    }
    return source.length;
  }

  function text(start: number, quote: string): number {
    let at = start + 1;
    while (at < source.length && source.charAt(at) !== quote && source.charAt(at) !== '\n')
      at += source.charAt(at) === '\\' ? 2 : 1;
    literals.push({ line: lineAt(start), parts: [source.slice(start + 1, at)] });
    return at + 1;
  }

  function template(start: number): number {
    const parts: string[] = [];
    literals.push({ line: lineAt(start), parts });
    let from = start + 1;
    for (let at = from; at < source.length; ) {
      if (source.charAt(at) === '`') {
        parts.push(source.slice(from, at));
        return at + 1;
      }
      if (source.startsWith('${', at)) {
        parts.push(source.slice(from, at));
        at = code(at + 2);
        from = at;
      } else at += source.charAt(at) === '\\' ? 2 : 1;
    }
    return source.length;
  }

  function endOf(mark: string, from: number): number {
    const at = source.indexOf(mark, from);
    return at < 0 ? source.length : at + mark.length;
  }

  code(0);
  return literals;
}
