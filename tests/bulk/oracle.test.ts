import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLegalAidSystem } from '#adapters/systems/legal-aid/system.ts';
import { legalAidBulk } from '#demo/bulk/legal-aid.ts';
import { caseUidOf } from '#demo/bulk/numbers.ts';
import { policeBulk } from '#demo/bulk/police.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { policeRows } from '#demo/systems/police.ts';
import { createClock } from '#schema/clock.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { everyPage, inFifties } from '#tests/bulk/pages.ts';
import { alone } from '#tests/harness/limits.ts';
import * as police from '#tests/police/harness.ts';
import { openServer } from '#tests/registry/server.ts';

const call = { requestId: 'test', caller: 'caller', rights: 'rights' };
const options = { cases: 400, seed: 5 };
const PATIENT = { limits: alone(10_000) };

describe('generated cases at the police', () => {
  let stack: police.Stack;
  beforeAll(async () => {
    stack = await police.startStack(policeRows(), policeBulk(options));
  });
  afterAll(() => stack.stop());

  it('are in the pages with the number of the platform, and answer every question', async () => {
    const system = stack.system(PATIENT);
    const rows = await everyPage(system, ({ policeCaseNo }) => policeCaseNo, call);
    const generated = rows.filter(({ caseUid }) => caseUid?.startsWith('ZF-2025-8'));
    const indexes = Array.from({ length: options.cases }, (_, index) => index);
    expect(generated.map(({ caseUid }) => caseUid).toSorted()).toEqual(
      indexes.filter((index) => hasRecord(index, 'POLICE')).map(caseUidOf),
    );
    expect(rows).toHaveLength(generated.length + policeRows().T_AJ.length);
    for (const { assignments, custodies } of generated) {
      expect(assignments.map(({ staffNo }) => staffNo)).toContain(BULK_STAFF.police.staffNo);
      expect(custodies).toEqual([]);
    }
    for (const fifty of inFifties(generated.map(({ policeCaseNo }) => policeCaseNo))) {
      for (const question of ['caseFacts', 'casesByNumber', 'partiesByCase'] as const) {
        expect((await system[question](fifty, call)).size).toBe(fifty.length);
      }
      for (const question of ['measuresByCase', 'documentsByCase', 'transfersByCase'] as const) {
        expect((await system[question](fifty, call)).size).toBeGreaterThan(0);
      }
      expect((await system.custodyByCase(fifty, call)).size).toBe(0);
    }
  });

  it('add nothing to the hand-overs that the detention centre waits for', async () => {
    const page = { detentionCentre: 'DETENTION-379999', pendingOnly: true, first: 500, after: null };
    const pending = await stack.system(PATIENT).handoversByCentre(page, call);
    expect(pending.map(({ policeCaseNo }): string => policeCaseNo)).toEqual([police.CASE_3]);
  });
});

describe('generated cases at the legal aid centre', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of cleanUp.reverse()) await close();
  });

  it('are of the other county, and answer every question', async () => {
    const server = openServer();
    cleanUp.push(() => server.close());
    const simulator = await startLegalAid({
      ...{ port: 0, databaseUrl: await server.freshDatabase(), rows: legalAidRows(), bulk: legalAidBulk(options) },
      ...{ password: 'read-only', clock: createClock({ today: '2025-06-16' }) },
    });
    cleanUp.push(() => simulator.close());
    const connectString = `127.0.0.1:${simulator.port}/${LEGAL_AID_SERVICE}`;
    const system = createLegalAidSystem({ connectString, user: LEGAL_AID_USER, password: 'read-only', ...PATIENT });
    cleanUp.push(() => system.close());

    const rows = await everyPage(system, ({ legalAidId }) => legalAidId, call);
    const generated = rows.filter(({ agencyCode }) => agencyCode === 'LEGALAID-439999');
    expect(generated.length).toBeGreaterThan(100);
    expect(rows).toHaveLength(generated.length + legalAidRows().T_FYAJ.length);
    for (const fifty of inFifties(generated.map(({ legalAidId }) => legalAidId))) {
      for (const question of ['caseFacts', 'casesById', 'beneficiariesByCase', 'assignmentsByCase'] as const) {
        expect((await system[question](fifty, call)).size).toBe(fifty.length);
      }
    }
    const inbox = await system.inbox({ agencyCode: 'LEGALAID-379999', status: null, first: 500, after: null }, call);
    expect(inbox).toHaveLength(legalAidRows().T_FYAJ.length);
  });
});
