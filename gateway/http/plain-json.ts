import { GraphError } from '#schema/errors/graph-error.ts';

/** Levels of one request's JSON. What comes after recurses, and the deepest input type of any graph needs a dozen. */
const MAX_LEVELS = 50;

/** Strings whole, up to the end of the text where they have none, so that nothing in them counts; and what opens, closes and follows a name. */
const TOKENS = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:]/gs;

/**
 * Refuses JSON that two readers could understand in two ways, with a name twice in one object (RFC 8259 §4), and JSON nested deeper than any
 * request needs. Text that is no JSON passes: whoever parses it says so. @throws GraphError BAD_USER_INPUT
 */
export function requirePlainJson(text: string): void {
  /** The names of each object around; null for a list. */
  const around: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') {
      around.push(token === '{' ? new Set() : null);
      if (around.length > MAX_LEVELS) throw tooDeep();
    } else if (token === '}' || token === ']') around.pop();
    else if (token === ':') addName(around.at(-1), last);
    last = token;
  }
}

function addName(names: Set<string> | null | undefined, written: string): void {
  const name = unescaped(written);
  if (names?.has(name)) throw twice();
  names?.add(name);
}

/** Two spellings of one name are one name. */
function unescaped(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

function tooDeep(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: `请求的 JSON 嵌套不得超过 ${MAX_LEVELS} 层。`,
    en: `The request’s JSON may be nested ${MAX_LEVELS} levels at most.`,
  });
}

function twice(): GraphError {
  return new GraphError('BAD_USER_INPUT', {
    zh: '请求的 JSON 中有重复的名称。',
    en: 'A name occurs twice in one object of the request’s JSON.',
  });
}
