import { matchesGlob } from 'node:path';
import type { SourceFile, Violation } from './check.ts';
import { lineAt, withoutComments } from './source.ts';
import { SQL_LITERALS, STATEMENTS } from './tables.ts';

/** What must not stand in a file, and what is allowed instead. */
interface SqlRule {
  readonly in: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly what: string;
  readonly allowed: string;
}

const isAdapter = (path: string) => /^adapters\/.*\.ts$/.test(path) && !/\.(?:test|fixture)\.ts$/.test(path);
const isStatements = (path: string) => matchesGlob(path, STATEMENTS.declared);

/**
 * No statement of a department's Oracle without bind variables: its text is a constant, so that nothing which is asked for can be in it;
 * only the number of places in an IN list is made at run time, by one helper.
 */
const RULES: readonly SqlRule[] = [
  {
    in: (path) => isAdapter(path) && !isStatements(path) && !STATEMENTS.builders.includes(path),
    pattern: /['"`]\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE|MERGE|BEGIN|DECLARE|CALL|ALTER|CREATE|DROP)\s[^'"`]*/g,
    what: 'SQL outside the statements',
    allowed: `only in ${STATEMENTS.declared}`,
  },
  {
    in: isStatements,
    pattern:
      /^export\s+(?:(?:async\s+)?function|class|let|var|default|const\s+\w+[^=\n]*=\s*(?:async\s*)?(?:\([^)]*\)|\w+)\s*=>).*/gm,
    what: 'a statement made by a call',
    allowed: 'constants, made when the process starts',
  },
  {
    in: (path) => isAdapter(path) && path.startsWith('adapters/systems/'),
    pattern:
      /\bconnector\s*\.\s*(?:query|callProcedure|write|streamLob)\(\s*(?!(?:[A-Z][A-Z\d_]*|statement)\s*,)[^,\n]*/g,
    what: 'a call of what is no declared statement',
    allowed: 'a constant of the statements, or what forKeys made of one',
  },
];

/** Statements whose text could hold a value. */
export function sqlViolations({ path, text: source }: SourceFile): Violation[] {
  const text = withoutComments(source);
  // Calls of other protocols look alike.
  const isOracle = /#adapters\/oracle\//.test(text);
  const found = RULES.filter((rule) => rule.in(path) && (isOracle || !rule.what.startsWith('a call'))).flatMap((rule) =>
    [...text.matchAll(rule.pattern)].map(({ 0: match, index }) => ({
      ...{ path, line: lineAt(text, index), allowed: rule.allowed },
      what: `${rule.what}: ${match.trim().slice(0, 40)}`,
    })),
  );
  return [...found, ...(isStatements(path) ? literals({ path, text }) : [])];
}

/** Literals within SQL: in texts that JavaScript quotes otherwise, without what is put into them. */
function literals({ path, text }: SourceFile): Violation[] {
  return [...text.matchAll(/`[^`]*`|"[^"\n]*"/g)].flatMap(({ 0: quoted, index }) => {
    const sql = quoted.replaceAll(/\$\{[^}]*\}/g, '');
    return [...sql.matchAll(/'([^']*)'/g)]
      .filter(([, literal = '']) => !SQL_LITERALS.includes(literal))
      .map(([literal]) => ({
        ...{ path, line: lineAt(text, index) },
        what: `a literal in SQL: ${literal.slice(0, 40)}`,
        allowed: `a bind, or one of ${SQL_LITERALS.join(', ')}`,
      }));
  });
}
