import { createLegalAidSystem } from '#adapters/systems/legal-aid/system.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { LAWYERS } from '#demo/world/staff.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { alone } from '#tests/harness/limits.ts';
import { openServer } from '#tests/registry/server.ts';

const password = 'contract-legal-aid';
const cases = {
  known: ['LA-2025-000001', 'LA-2025-000002'],
  unknown: (index: number) => `LA-2024-${String(index).padStart(6, '0')}`,
};

export const legalAid: ContractSystem = {
  name: 'legal-aid',
  department: 'JUSTICE',
  system: 'legal-aid',
  questions: {
    caseFacts: { countedAs: 'V_FYAJ_QX', ...cases },
    casesById: { countedAs: 'V_FYAJ', ...cases },
    beneficiariesByCase: { countedAs: 'V_SYR', ...cases },
    assignmentsByCase: { countedAs: 'PKG_FLYZ.CX_ZPLS', ...cases },
    lawyersByLicence: {
      countedAs: 'V_LS',
      known: Object.values(LAWYERS).map(({ licenceNo }) => licenceNo),
      unknown: (index) => `13799202410${String(index).padStart(6, '0')}`,
    },
  },
  others: ['assign', 'inbox', 'page'],
  async start() {
    const server = openServer();
    const databaseUrl = await server.freshDatabase();
    const simulator = await startLegalAid({ port: 0, databaseUrl, password, rows: legalAidRows() });
    const connectString = `127.0.0.1:${simulator.port}/${LEGAL_AID_SERVICE}`;
    return {
      simulator,
      open: async ({ timeoutMs, logger }) =>
        asSystemPort(
          createLegalAidSystem({
            connectString,
            user: LEGAL_AID_USER,
            password,
            limits: alone(timeoutMs),
            logger,
          }),
        ),
      async stop() {
        await simulator.close();
        await server.close();
      },
    };
  },
};
