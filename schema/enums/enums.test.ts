import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import SchemaBuilder from '@pothos/core';
import { printType } from 'graphql';
import { graphValues, valuesOf } from '#schema/enums/enum.ts';
import { TRIAL_PROCEDURE, type TrialProcedure } from '#schema/enums/trial-procedure.ts';

/** Every list in this folder, by its name. */
const FILES = readdirSync(import.meta.dirname).filter((file) => /^(?!enum\.)[\w-]+\.ts$/.test(file));
const MODULES = (await Promise.all(FILES.map((file) => import(`#schema/enums/${file}`)))) as Record<string, unknown>[];
const ENUMS = MODULES.flatMap(Object.entries<unknown>).filter(
  (entry): entry is [string, Record<string, string>] => typeof entry[1] === 'object',
);

it('finds the lists', () => {
  expect(ENUMS.map(([name]) => name)).toEqual(expect.arrayContaining(['CASE_KIND', 'STAGE', 'TRIAL_PROCEDURE']));
});

describe.each(ENUMS)('%s', (_, descriptions) => {
  it.each(Object.entries(descriptions))('%s is described: %s', (value, description) => {
    expect(value).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(description).toMatch(/^\p{Script=Han}\P{Cc}* [a-z]/u);
  });
});

it('feeds Pothos, which infers the values', () => {
  const builder = new SchemaBuilder({});
  const procedure = builder.enumType('TrialProcedure', { values: graphValues(TRIAL_PROCEDURE) });
  const resolve = (): TrialProcedure => 'SUMMARY';
  builder.queryType({ fields: (t) => ({ procedure: t.field({ type: procedure, resolve }) }) });

  const type = builder.toSchema({ sortSchema: false }).getType('TrialProcedure');
  expect(type && printType(type)).toContain('"""简易程序 summary procedure"""\n  SUMMARY\n');
});

it('lists the values in their order', () => {
  expect(valuesOf(TRIAL_PROCEDURE)).toEqual(['ORDINARY', 'SUMMARY', 'FAST_TRACK', 'SMALL_CLAIMS']);
});
