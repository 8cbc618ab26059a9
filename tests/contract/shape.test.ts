import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SYSTEMS } from '#tests/contract/systems.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const filesIn = (...path: string[]) => readdirSync(join(ROOT, ...path)).sort();
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const exportsOf = async (path: string) => Object.keys((await import(path)) as object);

/** What each adapter has, and what it has beside them by its wire. */
const ADAPTER = ['README.md', ...withTests('codes', 'fields', 'mapping'), 'port.ts', 'system.ts'];
const BY_WIRE = { soap: [], oracle: withTests('statements') };
/** Further files that need no word: more of the same kinds. Any other is named in the README. */
const FURTHER = /^[a-z]+-(?:codes|mapping|records)(?:\.test)?\.ts$|\.(?:test|fixture)\.ts$/;

const STAND_IN = ['README.md', 'address.ts', 'damages.ts', 'rows.ts', 'server.ts'];
const STAND_IN_BY_WIRE = { soap: ['operations.ts'], oracle: ['schema.sql'] };

const SUBGRAPH = ['README.md', 'case.ts', 'context.ts', 'ingest.ts', 'owner.ts', 'subgraph.ts', 'types.ts'];
/** Files that a subgraph does without, and why. */
const WITHOUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  notary: { 'case.ts': 'a certificate is a public document: no case stands behind it' },
};

describe.each(SYSTEMS)('$folder', ({ folder, subgraph }) => {
  const wsdls = filesIn('adapters', 'systems', folder).filter((file) => file.endsWith('.wsdl'));
  const wire = wsdls.length > 0 ? 'soap' : 'oracle';

  it('has an adapter of the same files', () => {
    const files = filesIn('adapters', 'systems', folder);
    const required = [...ADAPTER, ...BY_WIRE[wire], ...(wire === 'soap' ? [`${folder}.wsdl`] : [])];
    expect(files).toEqual(expect.arrayContaining(required));
    const readme = read('adapters', 'systems', folder, 'README.md');
    const more = files.filter((file) => !required.includes(file) && !FURTHER.test(file));
    expect(more.filter((file) => !readme.includes(`\`${file}\``))).toEqual([]);
    const mappings = files.filter((file) => file.endsWith('-mapping.ts'));
    expect(files).toEqual(expect.arrayContaining(mappings.map((file) => file.replace('.ts', '.test.ts'))));
  });

  it('is made from its settings by one function, of a port that can be pinged and closed', async () => {
    const [create, ...others] = await exportsOf(`#adapters/systems/${folder}/system.ts`);
    expect([create, others]).toEqual([expect.stringMatching(/^create[A-Z]\w+System$/), []]);
    const name = create?.replace('create', '') ?? '';
    expect(read('adapters', 'systems', folder, 'system.ts')).toContain(`(settings: ${name}Settings): `);
    const port = read('adapters', 'systems', folder, 'port.ts');
    expect(port).toContain(`export interface ${name} {`);
    expect(port).toContain('  ping(call: LegacyCall): Promise<void>;\n  close(): Promise<void>;\n}');
  });

  it('has a stand-in of the same files, which one function starts', async () => {
    const files = filesIn('simulators', folder);
    expect(files).toEqual(expect.arrayContaining([...STAND_IN, ...STAND_IN_BY_WIRE[wire]]));
    expect(files.filter((file) => file.endsWith('.wsdl'))).toHaveLength(wsdls.length);
    expect(await exportsOf(`#simulators/${folder}/server.ts`)).toEqual([expect.stringMatching(/^start[A-Z]/)]);
  });

  it('has rows of the demo, and tests over its wire', () => {
    expect(filesIn('demo', 'systems')).toEqual(expect.arrayContaining([`${folder}.ts`, `${folder}.test.ts`]));
    expect(filesIn('tests', folder)).toEqual(expect.arrayContaining(['README.md', 'harness.ts']));
  });

  it('has a subgraph of the same files, made by one function', async () => {
    const without = Object.keys(WITHOUT[subgraph] ?? {});
    const required = SUBGRAPH.filter((file) => !without.includes(file));
    expect(filesIn('subgraphs', subgraph)).toEqual(expect.arrayContaining(required));
    for (const file of without) expect(existsSync(join(ROOT, 'subgraphs', subgraph, file))).toBe(false);
    const made = (await exportsOf(`#subgraphs/${subgraph}/subgraph.ts`)).join(' ');
    expect(made).toMatch(/^(?:[a-z]\w+Schema create[A-Z]\w+Subgraph|create[A-Z]\w+Subgraph [a-z]\w+Schema)$/);
    expect(await exportsOf(`#subgraphs/${subgraph}/owner.ts`)).toEqual([expect.stringMatching(/^[a-z]\w+Owner$/)]);
    expect(await exportsOf(`#subgraphs/${subgraph}/ingest.ts`)).toContain('ingestedPage');
  });
});

/** A file and its test. */
function withTests(...names: readonly string[]): string[] {
  return names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]);
}
