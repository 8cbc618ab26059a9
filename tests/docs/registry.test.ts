import { describe, expect, it } from '@jest/globals';
import { readCommand } from '#subgraphs/casework/ingest/commands.ts';
import type { SyncFigures } from '#subgraphs/casework/ingest/sync.ts';
import { readDocument } from '#tests/docs/document.ts';

const { text, commands } = readDocument('docs/registry.md');
/** The words of a command line, those in quotes without them. */
const wordsOf = (line: string) => [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);

describe('the registry’s document', () => {
  const lines = commands.filter((command) => command.startsWith('npm run registry -- '));

  it('has every command, each in a form that is read (tests/lifecycle runs them)', () => {
    const given = lines.map((line) => wordsOf(line).slice(4));
    expect(given.map(([name]) => name).toSorted()).toEqual(['account', 'status', 'sync', 'withdraw']);
    for (const args of given) expect(readCommand(args)).toBeInstanceOf(Function);
  });

  it('explains each column of a sync', () => {
    const columns: Record<Exclude<keyof SyncFigures, 'source'>, true> = {
      read: true,
      written: true,
      leftOut: true,
      refused: true,
      unreadable: true,
      failure: true,
    };
    for (const name of Object.keys(columns)) expect(text).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'));
  });
});
