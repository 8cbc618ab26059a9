import { expect } from '@jest/globals';
import type { TestProcess } from '#tests/harness/process.ts';

/** The process ends with exit code 1 and one line, Chinese and English, without a stack. Resolves to the line. */
export async function expectSentence(refused: TestProcess): Promise<string> {
  const code = await refused.ended;
  const { stdout, stderr } = refused;
  expect({ code, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({
    code: 1,
    stdout: '',
    lines: [expect.stringMatching(/\p{Script=Han}.* \/ .*[A-Za-z]{2}/u)],
  });
  expect(stderr).not.toMatch(/\bat .+:\d+|node_modules|Error:/);
  return stderr.trimEnd();
}
