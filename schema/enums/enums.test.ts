import { describe, expect, it } from '@jest/globals';
import SchemaBuilder from '@pothos/core';
import { printType } from 'graphql';
import { CASE_KIND } from '#schema/enums/case-kind.ts';
import { COURT_CASE_STATUS } from '#schema/enums/court-case-status.ts';
import { DEPARTMENT } from '#schema/enums/department.ts';
import { graphValues, valuesOf } from '#schema/enums/enum.ts';
import { LEGAL_AID_GROUND } from '#schema/enums/legal-aid-ground.ts';
import { LEGAL_AID_STATUS } from '#schema/enums/legal-aid-status.ts';
import { LEGAL_STATUS } from '#schema/enums/legal-status.ts';
import { PARTY_ROLE } from '#schema/enums/party-role.ts';
import { REPRESENTATION_KIND } from '#schema/enums/representation-kind.ts';
import { STAGE } from '#schema/enums/stage.ts';
import { TRIAL_PROCEDURE, type TrialProcedure } from '#schema/enums/trial-procedure.ts';

const ENUMS = {
  CASE_KIND,
  COURT_CASE_STATUS,
  DEPARTMENT,
  LEGAL_AID_GROUND,
  LEGAL_AID_STATUS,
  LEGAL_STATUS,
  PARTY_ROLE,
  REPRESENTATION_KIND,
  STAGE,
  TRIAL_PROCEDURE,
};

describe.each(Object.entries(ENUMS))('%s', (_, descriptions) => {
  it.each(Object.entries(descriptions))('%s is described: %s', (value, description) => {
    expect(value).toMatch(/^[A-Z][A-Z_]*$/);
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
