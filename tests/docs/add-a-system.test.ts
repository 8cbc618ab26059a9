import { execFile } from 'node:child_process';
import {
  appendFileSync,
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
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Block, pathsIn, ROOT, readDocument } from '#tests/docs/document.ts';
import { cleanEnvironment } from '#tests/harness/process.ts';

type FileBlock = Block & { readonly path: string };

const { blocks, commands, prose } = readDocument('docs/add-a-system.md');
const ofFiles = blocks.filter((block): block is FileBlock => block.path !== null);
const EXAMPLE = /(?:^|[/-])correction(?:[./-]|$)/;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('what the document names', () => {
  it('is there, but for the example itself', () => {
    const paths = pathsIn(prose);
    const missing = paths.filter((path) => !EXAMPLE.test(path) && !existsSync(join(ROOT, path)));
    expect([paths.length > 20, missing]).toEqual([true, []]);
  });

  it('are scripts, which CI runs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    for (const command of commands.filter((each) => !each.includes(' -- '))) {
      expect(Object.keys(scripts)).toContain(command.replace(/^npm (?:run )?/, ''));
      expect(read('.ci/run')).toContain(command);
    }
  });
});

describe('its blocks, applied to a copy of the code', () => {
  /** The files that the document says the compiler names, once the system has a name. */
  const NAMED = pathsIn(/^编译器现在点名.*$/m.exec(prose)?.[0] ?? '').sort();
  /** Those blocks that come before the first command. */
  const names = blocks.slice(
    0,
    blocks.findIndex(({ language }) => language === 'sh'),
  );
  /** What is not run here: it is the same for every system, and takes long. */
  const ELSEWHERE = ['npm test', 'npm start', 'npm run questions'];
  const copy = mkdtempSync(join(tmpdir(), 'add-a-system-'));

  beforeAll(async () => {
    const left = /^(?:node_modules|\.git|\.data)(?:$|\/)/;
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !left.test(relative(ROOT, path)) });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    await run('git', ['init', '--quiet']);
    appendFileSync(join(copy, '.git', 'info', 'exclude'), 'node_modules\n');
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('begin with names, after which the compiler says what does not know the system yet', async () => {
    const isName = (block: FileBlock) => names.includes(block);
    for (const block of ofFiles.filter(isName)) apply(block);
    const { output } = await npm('run types');
    const errors = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (.*)/gm)];
    const missing = errors.filter(([, , error = '']) => /correction|CORRECTION_ORDER/.test(error));
    expect([...new Set(missing.map(([, path]) => path))].sort()).toEqual(NAMED);
    for (const block of ofFiles.filter((each) => !isName(each))) apply(block);
    expect(ofFiles.map(({ path }) => path)).toEqual(expect.arrayContaining(NAMED));
  }, 300_000);

  it.each([...new Set(commands)].filter((command) => !ELSEWHERE.includes(command)))(
    '%s',
    async (command) => {
      const [, words = ''] = /^npm test -- (.+) --selectProjects \w+$/.exec(command) ?? [];
      const none = words
        .split(' ')
        .filter((path) => globSync([`${path}*.test.ts`, `${path}/**/*.test.ts`], { cwd: copy }).length === 0);
      expect(words === '' ? [] : none).toEqual([]);
      const { ok, output } = await npm(command.replace(/^npm /, ''));
      expect(ok ? '' : output).toBe('');
    },
    300_000,
  );

  it('make the graph answer', async () => {
    const [question] = blocks.filter(({ language }) => language === 'graphql');
    const variables = { no: '（2025）鲁9999刑初999912号' };
    writeFileSync(join(copy, 'question.json'), JSON.stringify({ query: question?.text, variables }));
    writeFileSync(join(copy, 'ask.ts'), ASK);
    const { ok, output } = await run(process.execPath, ['ask.ts']);
    const order = {
      correctionUid: 'JZ-2025-000012',
      status: 'NOTIFIED',
      kind: { name: '缓刑' },
      reportBy: '2025-06-06',
    };
    expect(ok ? JSON.parse(output) : output).toEqual({
      data: { case: { caseUid: 'ZF-2025-000012', correctionOrders: [order] } },
    });
  }, 300_000);

  const ASK = `
    import { readFileSync } from 'node:fs';
    import { fetchToken } from '#demo/token-request.ts';
    import { startStack } from '#tests/harness/start-stack.ts';
    const { graphUrl, issuer, stop } = await startStack({ BULK_CASES: '0' });
    const headers = {
      authorization: 'Bearer ' + (await fetchToken(issuer, 'correction.tang', 'demo')),
      'x-purpose': 'CORRECTION',
      'content-type': 'application/json',
    };
    const answer = await fetch(graphUrl, { method: 'POST', headers, body: readFileSync('question.json') });
    console.log(await answer.text());
    await stop();`;

  /** A block of `diff` has lines of a file, which must stand there once, and what becomes of them; any other is a new file. */
  function apply({ language, path, text }: FileBlock): void {
    const target = join(copy, path);
    if (language !== 'diff') {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: 'wx' });
      return;
    }
    for (const place of text.trimEnd().split('\n@@\n')) {
      const lines = place.split('\n');
      const of = (marks: string) => lines.filter((line) => marks.includes(line.charAt(0))).map((line) => line.slice(1));
      const old = of(' -').join('\n');
      const [before = '', after, ...more] = readFileSync(target, 'utf8').split(old);
      if (after === undefined || more.length > 0) throw new Error(`${path} does not have these lines once:\n${old}`);
      writeFileSync(target, before + of(' +').join('\n') + after);
    }
  }

  function npm(words: string) {
    return run('npm', words.split(' '));
  }

  /** What a tool prints in the copy, whether it is content or not. */
  async function run(tool: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
    const env = { ...cleanEnvironment(), CI: '1' };
    try {
      const { stdout } = await promisify(execFile)(tool, args, { cwd: copy, env, maxBuffer: 1 << 26 });
      return { ok: true, output: stdout };
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return { ok: false, output: `${stdout}${stderr}` };
    }
  }
});
