import { matchesGlob, posix } from 'node:path';
import { lineAt, withoutComments } from './source.ts';
import { sqlViolations } from './sql.ts';
import { FILES, LEGACY_WORDS, PACKAGES, ROOMS, SOURCE, TEXTS, type TextRule } from './tables.ts';

export interface SourceFile {
  /** Below the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly allowed: string;
}

/** What breaks the rules of `tables.ts`. */
export function violations(files: readonly SourceFile[]): Violation[] {
  const texts = [...TEXTS, ...legacyWordRules(files)];
  return [
    ...files.flatMap((file) => [
      ...misplaced(file),
      ...imports(file),
      ...sqlViolations(file),
      ...texts.flatMap((rule) => occurrences(file, rule)),
    ]),
    ...missingReadmes(files),
  ];
}

function misplaced({ path }: SourceFile): Violation[] {
  return FILES.filter(({ files, in: places }) => files.test(path) && !isIn(path, places)).map((rule) => ({
    path,
    line: 1,
    what: rule.what,
    allowed: listed(rule.in),
  }));
}

/** `import … from '…'`, `export … from '…'`, `import '…'`, `import('…')`; the first group is there for types alone. */
const IMPORT = /\b(?:(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*|import\s*\(?\s*)(['"])([^'"\s]+)\2/g;

function imports({ path, text }: SourceFile): Violation[] {
  if (!SOURCE.test(path)) return [];
  const code = withoutComments(text);
  return [...code.matchAll(IMPORT)].flatMap((match) => {
    const [whole, type, , name = ''] = match;
    const allowed = refusedRoom(path, name) ?? refusedPackage(path, name, type !== undefined);
    if (allowed === null) return [];
    return [{ path, line: lineAt(code, match.index + whole.length), what: `import of ${name}`, allowed }];
  });
}

/** What is allowed instead; null where the import is. A file of the root, such as package.json, belongs to no room. */
function refusedRoom(path: string, name: string): string | null {
  const target = name.startsWith('.')
    ? posix.join(posix.dirname(path), name)
    : name.startsWith('#')
      ? name.slice(1)
      : '';
  if (!target.includes('/')) return null;
  const room = roomOf(path);
  const rooms = ROOMS[room];
  if (!rooms || rooms === 'any room' || [room, ...rooms].includes(roomOf(target))) return null;
  return `${room} imports ${rooms.join(', ') || 'no other room'}`;
}

function refusedPackage(path: string, name: string, typesOnly: boolean): string | null {
  const rule = PACKAGES.find((each) => name === each.name || name.startsWith(`${each.name}/`));
  if (!rule || isIn(path, rule.in)) return null;
  const { types = [] } = rule;
  if (typesOnly && isIn(path, types)) return null;
  return types.length > 0 ? `${listed(rule.in)}, its types in ${types.join(', ')}` : listed(rule.in);
}

function occurrences({ path, text }: SourceFile, { what, files, pattern, in: places }: TextRule): Violation[] {
  if (!files.test(path) || isIn(path, places)) return [];
  const searched = SOURCE.test(path) && files === SOURCE ? withoutComments(text) : text;
  return [...searched.matchAll(pattern)].map(({ 0: found, index }) => ({
    path,
    line: lineAt(searched, index),
    what: `${what}: ${found.slice(0, 40)}`,
    allowed: listed(places),
  }));
}

function legacyWordRules(files: readonly SourceFile[]): TextRule[] {
  const { declaredIn, declaration, except, in: places } = LEGACY_WORDS;
  const declared = files
    .filter(({ path }) => isIn(path, declaredIn))
    .flatMap(({ text }) => [...text.matchAll(declaration)].map((match) => match.slice(1).find(Boolean) ?? ''));
  const words = [...new Set(declared)].filter((word) => !except.includes(word));
  if (words.length === 0) return [];
  return [
    {
      what: 'a legacy system’s own word',
      files: SOURCE,
      pattern: new RegExp(`\\b(?:${words.join('|')})\\b`, 'g'),
      in: places,
    },
  ];
}

function missingReadmes(files: readonly SourceFile[]): Violation[] {
  const paths = new Set(files.map(({ path }) => path));
  const folders = new Set(files.filter(({ path }) => SOURCE.test(path)).map(({ path }) => posix.dirname(path)));
  return [...folders]
    .map((folder) => posix.join(folder, 'README.md'))
    .filter((readme) => !paths.has(readme))
    .map((path) => ({
      path,
      line: 1,
      what: 'is missing',
      allowed: 'a folder with source files says what lives there',
    }));
}

function roomOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

function isIn(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}

function listed(places: readonly string[]): string {
  return places.length > 0 ? `only in ${places.join(', ')}` : 'nowhere';
}
