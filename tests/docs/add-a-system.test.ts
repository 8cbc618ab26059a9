import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Block, pathsIn, ROOT, readDocument } from '#tests/docs/document.ts';

const { blocks, commands, prose } = readDocument('docs/add-a-system.md');
const ofFiles = blocks.filter((block): block is Block & { path: string } => block.path !== null);
const EXAMPLE = /(?:^|[/-])correction(?:[./-]|$)/;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('what the document names', () => {
  it('is there, but for the example itself', () => {
    const paths = pathsIn(prose);
    const missing = paths.filter((path) => !EXAMPLE.test(path) && !existsSync(join(ROOT, path)));
    expect([paths.length > 20, missing]).toEqual([true, []]);
  });
});

describe('its commands', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
  const ci = read('.ci/run');

  it.each(commands.filter((command) => command.startsWith('npm ') && !command.includes(' -- ')))(
    '%s is a script, which CI runs',
    (command) => {
      expect(Object.keys(scripts)).toContain(command.replace(/^npm (?:run )?/, ''));
      expect(ci).toContain(command);
    },
  );

  it.each(commands.filter((command) => command.startsWith('npm test -- ')))(
    '%s runs tests that are there',
    (command) => {
      const [, words = '', project] = /^npm test -- (.+) --selectProjects (\w+)$/.exec(command) ?? [];
      for (const path of words.split(' ')) {
        const tests = globSync([`${path}*.test.ts`, `${path}/**/*.test.ts`], { cwd: ROOT });
        expect([path, tests.length > 0]).toEqual([path, true]);
        expect(project).toBe(path.startsWith('tests/') ? 'slow' : 'unit');
      }
    },
  );

  it('are of no other kind', () => {
    expect(commands.filter((command) => !/^(?:npm (?:start|test|run)|cp )/.test(command))).toEqual([]);
  });
});

describe('its blocks, applied to a copy of the code', () => {
  /** The files that the document says the compiler names. */
  const NAMED = pathsIn(/^编译器会点名.*$/m.exec(prose)?.[0] ?? '').sort();
  const ROOMS = ['adapters', 'auth', 'schema', 'service', 'subgraphs', 'tests/contract', 'package.json', 'biome.json'];
  const files = ofFiles.filter(({ language }) => language === 'ts').map(({ path }) => path);
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'add-a-system-'));
    for (const room of ROOMS) cpSync(join(ROOT, room), join(copy, room), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const block of ofFiles) apply(block);
    for (const command of commands.filter((each) => each.startsWith('cp '))) {
      const [, from = '', to = ''] = command.split(' ');
      cpSync(join(copy, from), join(copy, to));
    }
    const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: object };
    const include = [...files, ...NAMED, 'tests/contract/systems.ts'];
    writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: include }));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('are right, and make the compiler name what is still missing', async () => {
    const found = await run('typescript/bin/tsc', ['--project', '.', '--pretty', 'false']);
    const errors = [...found.matchAll(/^(\S+?)\(\d+,\d+\): error (.*)/gm)].map(([, path = '', error = '']) => ({
      path,
      error,
    }));
    expect(errors.filter(({ path }) => files.includes(path))).toEqual([]);
    const missing = errors.filter(({ error }) => /'?(?:correction|CORRECTION_ORDER)'? is missing/.test(error));
    expect(missing.map(({ path }) => path).sort()).toEqual(NAMED);
  });

  it('pass the test that they bring', async () => {
    const config = { rootDir: copy, transform: {}, extensionsToTreatAsEsm: ['.ts'] };
    const printed = await run('jest/bin/jest.js', ['--config', JSON.stringify(config), 'adapters/systems/correction']);
    expect(printed).toMatch(/^Tests: +2 passed, 2 total$/m);
  });

  it('are formatted as all code is', async () => {
    expect(
      await run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--vcs-enabled=false', ...files]),
    ).toMatch(new RegExp(`Checked ${files.length} files in .*No fixes applied`));
  });

  /** A block of `ts` is a new file; one of `diff` has lines of a file, which must stand there once, and what becomes of them. */
  function apply({ language, path, text }: Block & { path: string }): void {
    const target = join(copy, path);
    if (language === 'ts') {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      return;
    }
    const lines = text.trimEnd().split('\n');
    const of = (marks: string) => lines.filter((line) => marks.includes(line.charAt(0))).map((line) => line.slice(1));
    const old = of(' -').join('\n');
    const [before = '', after, ...more] = readFileSync(target, 'utf8').split(old);
    if (after === undefined || more.length > 0) throw new Error(`${path} does not have these lines once:\n${old}`);
    writeFileSync(target, before + of(' +').join('\n') + after);
  }

  /** What a tool prints, whether it is content or not. */
  async function run(tool: string, args: readonly string[]): Promise<string> {
    const command = [join(ROOT, 'node_modules', tool), ...args];
    const printed = await promisify(execFile)(process.execPath, command, { cwd: copy }).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
    return `${printed.stdout}${printed.stderr}`;
  }
});
