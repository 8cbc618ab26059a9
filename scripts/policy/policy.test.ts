import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { POLICY_FOLDER, type PolicyFile, parsePolicy, readTexts } from '#auth/policies/load.ts';
import { cellsOf } from './cells.ts';
import { changesBetween } from './diff.ts';
import { renderMatrix } from './matrix.ts';
import { atRef, today } from './moments.ts';
import { printChanges } from './print-diff.ts';
import type { Moment } from './sight.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const NOW = today();

/** The policy as it stands here, with one passage replaced. */
function changed(file: PolicyFile, from: string, to: string): Moment {
  const texts = readTexts(POLICY_FOLDER);
  if (!texts[file].includes(from)) throw new Error(`${file}.yaml has no ${from}`);
  return { ...NOW, policy: parsePolicy({ ...texts, [file]: texts[file].replace(from, to) }) };
}

describe('the access matrix', () => {
  it('is the committed one', () => {
    expect(readFileSync(join(ROOT, 'docs', 'access-matrix.md'), 'utf8')).toBe(renderMatrix(NOW));
  });

  it.each([
    ['court.judge', 'HANDLE_CASE', 'Person.idNumberMasked', '◑'],
    ['court.judge', 'HANDLE_CASE', 'Person.idNumber', '●G'],
    ['court.judge', 'SUPERVISE_CASE', 'Case.caseUid', '–'],
    ['court.judge', 'RECORD_CHECK', 'Case.caseUid', '●G'],
    ['court.judge', 'RECORD_CHECK', 'Person.idNumberMasked', '–'],
    ['procuratorate.case_manager', 'HANDLE_CASE', 'Person.displayName', '◑'],
    ['procuratorate.case_manager', 'HANDLE_CASE', 'ArrestReview.decisions', '–'],
    ['lawyer.defence', 'DEFEND', 'Case.documents', '–→○'],
    ['lawyer.defence', 'DEFEND', 'Case.parties', '○→●'],
    ['justice.mediator', 'SERVE_PARTY', 'CourtCase.status', '●'],
    ['justice.mediator', 'SERVE_PARTY', 'CourtCase.hearings', '–'],
    ['police.detention_officer', 'HANDLE_CASE', 'Custody.limitTo', '○'],
    ['coordination.coordinator', 'STATISTICS', 'Case.caseUid', '–'],
    ['platform.security_officer', 'AUDIT_SECURITY', 'Case.caseUid', '–'],
    ['police.head', 'SUPERVISE_CASE', 'Mutation.decideGrant', '●'],
    ['police.head', 'SUPERVISE_CASE', 'Case.caseUid', '–'],
  ] as const)('%s for %s: %s %s', (role, purpose, coordinate, cell) => {
    const field = NOW.policy.fields.get(coordinate);
    expect(field && cellsOf(NOW)({ role, purpose, signedIn: true }, field)).toBe(cell);
  });

  it('shows whoever is not signed in nothing but what is public', () => {
    const cell = cellsOf(NOW);
    const open = [...NOW.policy.fields.values()].filter(
      (field) => cell({ role: null, purpose: null, signedIn: false }, field) !== '–',
    );
    expect(open.filter(({ decidedBy }) => decidedBy.by !== 'public')).toEqual([]);
  });
});

describe('what changed since a git ref', () => {
  it('is nothing where nothing did', () =>
    expect(changesBetween(NOW, { ...NOW }, ['court.lin', 'proc.intake'])).toEqual([]));

  it.each<[string, PolicyFile, string, string, string, string[]]>([
    [
      'a function that counts',
      'rules',
      'functions: [CLERK]',
      'functions: [JUDGE]',
      'court.clerk HANDLE_CASE CourtCase.panel',
      ['用户 user court.clerk · 案件 case 1', '原 then – deny.not-assigned', '现 now  ● permit.court-clerk'],
    ],
    [
      'a facet that a view opens',
      'views',
      'JUSTICE: [PERSONS, RECORDS]',
      'JUSTICE: [RECORDS]',
      'justice.legal_aid_officer LEGAL_AID Person.sexCode',
      ['用户 user legalaid.sun · 案件 case 1', '原 then – deny.not-in-view', '现 now  ○ permit.legal-aid-officer'],
    ],
    [
      'a role that holds a policy',
      'policies',
      'roles: [court.judge, court.clerk]',
      'roles: [court.judge]',
      'court.clerk HANDLE_CASE Query.hearingCalendar',
      ['用户 user court.clerk\n', '原 then – fields.denied', '现 now  ● fields.permitted'],
    ],
    [
      'a grant that a role may hold',
      'rules',
      '      - police.legal_reviewer\n',
      '',
      'police.legal_reviewer SUPERVISE_CASE PoliceCase.status',
      ['授权 grant BREAK_GLASS', '原 then – deny.not-assigned', '现 now  ● permit.break-glass'],
    ],
    [
      'a field that a view closes',
      'fields',
      'trialLimitOn: { closedIn: [RELATED] }',
      'trialLimitOn: { closedIn: [RELATED, MEDIATION_ONLY] }',
      'justice.mediator SERVE_PARTY CourtCase.trialLimitOn',
      ['用户 user mediator.gao · 案件 case 5', '原 then – deny.not-in-view', '现 now  ● permit.mediator'],
    ],
    [
      'a role of which the demo has nobody',
      'policies',
      '      - justice.correction_officer\n',
      '',
      'justice.correction_officer CORRECTION',
      [],
    ],
  ])('%s', (_what, file, from, to, cell, expected) => {
    const changes = changesBetween(changed(file, from, to), NOW, [
      'court.clerk',
      'legalaid.sun',
      'mediator.gao',
      'police.fa',
    ]);
    const [role = '', purpose, field] = cell.split(' ');
    const ofCell = changes.filter(
      (each) => each.role === role && each.purpose === purpose && (!field || each.field === field),
    );
    const text = printChanges(ofCell);
    for (const line of expected) expect(text).toContain(line);
    expect(ofCell.length).toBe(field ? 1 : 0);
  });
});

describe('the policy at a git ref', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengfa-policy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
    const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };

  it('is what was committed, whatever stands there now', () => {
    for (const path of ['auth/policies/text', 'schema/generated/supergraph.graphql']) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'policy');
    writeFileSync(join(folder, 'auth/policies/text/roles.yaml'), 'roles: {}');
    expect(atRef('HEAD', folder).policy).toEqual(NOW.policy);
  });

  it.each(['no-such-ref', '--output=x'])('is none at %j', (ref) => {
    expect(() => atRef(ref, folder)).toThrow('has no auth/policies/text/laws.yaml');
  });
});
