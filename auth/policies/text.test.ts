import { describe, expect, it } from '@jest/globals';
import { POLICY } from '#auth/policies/current.ts';
import { POLICY_FOLDER, type PolicyFile, type PolicyTexts, parsePolicy, readTexts } from '#auth/policies/load.ts';

const TEXTS = readTexts(POLICY_FOLDER);

/** The committed policy with one passage replaced. */
function changed(file: PolicyFile, from: string | RegExp, to: string): PolicyTexts {
  const text = TEXTS[file].replace(from, to);
  if (text === TEXTS[file]) throw new Error(`${file}.yaml has no ${from}`);
  return { ...TEXTS, [file]: text };
}
const read = (file: PolicyFile, from: string | RegExp, to: string) => () => parsePolicy(changed(file, from, to));

it('is read from its folder, and told apart by its digest', () => {
  expect(parsePolicy(TEXTS)).toEqual(POLICY);
  expect(POLICY.digest).toMatch(/^sm3:[0-9a-f]{64}$/);
  expect(parsePolicy(changed('roles', '办案民警', '民警')).digest).not.toBe(POLICY.digest);
});

/** From `purpose: X` of the rule with this id on: what stands there is changed. */
const inRule = (id: string, key: string) => new RegExp(`(id: ${id}\\n(?:    .*\\n)*?    ${key}: ).*`);

describe('is refused, by file and line', () => {
  it.each<[string, PolicyFile, string | RegExp, string, string]>([
    ['no YAML', 'roles', 'roles:', 'roles: [', 'is not YAML'],
    ['a key that stands there twice', 'roles', '  party:', '  court.judge: { }\n  party:', 'is not YAML'],
    ['an unknown key', 'roles', 'zh: 办案民警,', 'zh: 办案民警, title: x,', 'unknown key title'],
    ['a missing key', 'roles', 'zh: 办案民警, ', '', 'zh is missing'],
    ['a title that is not Chinese', 'roles', '办案民警', 'officer', 'Chinese is expected'],
    ['an alias', 'roles', 'purposes: [SUPERVISE_CASE] }', 'purposes: &p [SUPERVISE_CASE], byGrant: *p }', 'an alias'],
    ['a name that is no role’s', 'roles', '  party:', '  Party:', 'no name of a role'],
    ['an unknown purpose', 'roles', '[CORRECTION]', '[CORRECTIONS]', 'no purpose CORRECTIONS'],
    [
      'an unknown role, separated',
      'roles',
      '[platform.security_officer,',
      '[platform.officer,',
      'no role platform.officer',
    ],
    [
      'an unknown role, with a policy',
      'policies',
      '- police.investigator',
      '- police.detective',
      'no role police.detective',
    ],
    ['a role twice', 'policies', '[court.judge, court.clerk]', '[court.judge, court.judge]', 'stands there twice'],
    ['a policy of nobody', 'policies', '[court.judge, court.clerk]', '[]', 'a list that is not empty'],
    ['a policy without law', 'policies', '    law: [PIPL 34]\n', '', 'law is missing'],
    ['a law of no list', 'policies', '[PIPL 34]', '[PIPL2 34]', 'laws.yaml has no PIPL2 34'],
    ['an article that is no number', 'policies', '[PIPL 34]', '[PIPL xx]', 'no article number'],
    ['a certainty that DOMAIN does not know', 'policies', '[LAL 36]', '[LAL 36 (X)]', 'no article number'],
    ['a name that is no policy’s', 'policies', '  calendar.read:', '  calendarRead:', 'no name of a policy'],
    ['a view that code does not know', 'views', '  RELATED:', '  RELATIVE:', 'unknown key RELATIVE'],
    ['a view that is missing', 'views', / {2}RELATED:\n(?: {4}.*\n| {6}.*\n)*/, '', 'RELATED is missing'],
    ['an unknown department', 'views', 'JUSTICE: [PERSONS, RECORDS]', 'JUSTIZ: [PERSONS]', 'no department JUSTIZ'],
    ['an unknown facet', 'views', '[PERSONS, RECORDS]', '[PEOPLE]', 'no facet PEOPLE'],
    ['an unknown stage', 'views', '[PROSECUTION_REVIEW,', '[PROSECUTION,', 'no stage PROSECUTION'],
    ['an unknown scope', 'views', 'persons: own-only', 'persons: some', 'no such scope of persons some'],
    ['an unknown function', 'rules', '[MEDIATOR]', '[MODERATOR]', 'no function MODERATOR'],
    ['an unknown holder', 'rules', 'holder: licenceNo', 'holder: name', 'no such holder name'],
    ['a rule for an unknown view', 'rules', 'view: INTAKE', 'view: OUTTAKE', 'no view OUTTAKE'],
    ['a rule for an unknown purpose', 'rules', 'purpose: DEFEND', 'purpose: ATTACK', 'no purpose ATTACK'],
    ['text for true or false', 'rules', 'ownAgency: true', 'ownAgency: "true"', 'true or false is expected'],
    [
      'any record of any agency',
      'rules',
      '{ holder: staffNo, functions: [CLERK] }',
      '{ holder: staffNo, functions: any }',
      'only the own agency’s record',
    ],
    [
      'a rule whose role has not its purpose',
      'rules',
      inRule('permit.mediator', 'purpose'),
      '$1DEFEND',
      'has no purpose DEFEND',
    ],
    [
      'a rule whose role may see no case',
      'rules',
      'roles: [party]',
      'roles: [notary.notary]',
      'does not hold case.read',
    ],
    [
      'a rule whose view opens nothing',
      'rules',
      inRule('permit.investigator', 'view'),
      '$1MEDIATION_ONLY',
      'opens nothing of these departments',
    ],
    ['an id twice', 'rules', 'id: permit.court-clerk', 'id: permit.court-handler', 'stands there twice'],
    ['an id of no kind', 'rules', 'id: permit.court-clerk', 'id: allow.court-clerk', 'is no rule id'],
    [
      'a kind of grant without a rule',
      'rules',
      / {2}- id: permit.unmask\n(?: {4}.*\n)*/,
      '',
      'UNMASK needs exactly one rule',
    ],
    [
      'a grant that lifts something else',
      'rules',
      'lifts: seal',
      'lifts: recusal',
      'no condition that RECORD_CHECK lifts',
    ],
    [
      'a grant to a role without its purpose',
      'rules',
      /(kind: RECORD_CHECK(?:\n {4}.*)*?roles: )\[police.investigator/,
      '$1[court.clerk',
      'has no purpose RECORD_CHECK by grant',
    ],
    [
      'a grant to a role without a rule',
      'rules',
      '      - court.clerk',
      '      - court.head',
      'has no rule of its own',
    ],
    ['a condition without text', 'rules', / {2}recusal: .*\n/, '', 'recusal is missing'],
    ['a mask that does not exist', 'fields', 'displayName: name', 'displayName: nickname', 'no mask nickname'],
    ['a field that nothing decides', 'fields', 'me: { decidedBy: authenticated }', 'me: none', 'decidedBy is missing'],
    ['an unknown policy', 'fields', 'policy: file.read', 'policy: files.read', 'no policy files.read'],
    [
      'a policy that is missing',
      'fields',
      '{ decidedBy: policy, policy: ticket.list }',
      '{ decidedBy: policy }',
      'policy is missing',
    ],
    [
      'a policy on what is public',
      'fields',
      /( {2}Code:\n {4}zh: .*\n)/,
      '$1    policy: case.read\n',
      'asks for no policy',
    ],
    ['a row of no department', 'fields', ', departments: [PLATFORM]', '', 'a row needs facet and departments'],
    [
      'a department of no row',
      'fields',
      'decidedBy: case,',
      'decidedBy: case, departments: [COURT],',
      'only a row has',
    ],
  ])('%s', (_what, file, from, to, message) => {
    expect(read(file, from, to)).toThrow(
      new RegExp(`^(?:${file}|laws)\\.yaml:\\d+ \\P{L}*\\p{L}.* / .*${message.replaceAll('.', '\\.')}`, 'u'),
    );
  });

  it('a rule by which nobody comes in who would not have come in before', () => {
    const rules = TEXTS.rules;
    const start = rules.indexOf('  - id: permit.court-clerk');
    const block = rules.slice(start, rules.indexOf('  - id: permit.prosecutor')).replace('court-clerk', 'court-second');
    const text = rules.replace('  - id: permit.prosecutor', `${block}  - id: permit.prosecutor`);
    expect(() => parsePolicy({ ...TEXTS, rules: text })).toThrow('unreachable: permit.court-clerk covers it');
  });
});
