import { randomUUID } from 'node:crypto';
import { type Answered, ask, envelopeOf, minutesLater, type Opened } from '#tests/access/harness.ts';

/** What applicants ask for, each for an hour where its kind has an end. */
const until = minutesLater(60).toISOString();
export const UNMASK = {
  kind: 'UNMASK',
  caseUid: 'ZF-2025-000001',
  fields: ['Person.idNumber'],
  reason: '核对身份',
  until,
};
export const CHECK = {
  kind: 'RECORD_CHECK',
  caseUid: 'ZF-2024-000004',
  sealingAgency: 'COURT-379999',
  reason: '核查有无前科',
  legalBasis: '刑事诉讼法第286条',
  until,
};
export const GLASS = { kind: 'BREAK_GLASS', caseUid: 'ZF-2025-000002', reason: '嫌疑人脱逃，承办人失联' };

const FIELDS = `grantUid kind status caseUid fields agency { agencyCode } applicant applicantAgency { agencyCode }
  reason legalBasis requestedAt until history { act at by reason }`;
const MUTATIONS = {
  request: `mutation($input: GrantApplication!, $key: String!) {
    act: requestGrant(input: $input, idempotencyKey: $key) { ${FIELDS} } }`,
  decide: `mutation($uid: ID!, $decision: GrantDecision!, $reason: String!, $key: String!) {
    act: decideGrant(grantUid: $uid, decision: $decision, reason: $reason, idempotencyKey: $key) { ${FIELDS} } }`,
  revoke: `mutation($uid: ID!, $reason: String!, $key: String!) {
    act: revokeGrant(grantUid: $uid, reason: $reason, idempotencyKey: $key) { ${FIELDS} } }`,
};

export interface ShownGrant extends Readonly<Record<string, unknown>> {
  readonly grantUid: string;
  readonly status: string;
}

export const grantIn = ({ data }: Answered) => data?.act as ShownGrant;

/** What people do about grants, under a key of its own each time unless one is given. */
export function actsOn(opened: Opened) {
  const does = (name: keyof typeof MUTATIONS, variables: object, envelope: ReturnType<typeof envelopeOf>) =>
    ask(opened, envelope, MUTATIONS[name], { key: randomUUID(), ...variables });
  const request = (user: string, input: object, key: string = randomUUID()) =>
    does('request', { input, key }, envelopeOf(user));
  const decide = (user: string, uid: string, decision: string, reason = '同意', key: string = randomUUID()) =>
    does('decide', { uid, decision, reason, key }, envelopeOf(user));
  return {
    does,
    request,
    decide,
    revoke: (user: string, uid: string, reason = '不再需要') => does('revoke', { uid, reason }, envelopeOf(user)),
    /** The uid of a new application. */
    asked: async (user: string, input: object) => grantIn(await request(user, input)).grantUid,
    /** The grants that a user is shown, or the codes of the errors. */
    list: async (user: string, args = '') => {
      const { data, codes } = await ask(opened, envelopeOf(user), `{ grants${args} { grantUid status } }`);
      return codes.length > 0 ? codes : ((data?.grants ?? []) as ShownGrant[]);
    },
    records: () =>
      opened.audit.records.map(({ event, actor, decision, rule, grant, case: named }) => ({
        ...{ event, actor, decision, rule, grant, named },
      })),
  };
}
