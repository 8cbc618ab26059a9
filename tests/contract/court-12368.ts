import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { CASE_1, CASE_5, CASE_9, CASE_12 } from '#tests/court-12368/numbers.ts';

const account = { user: 'contract', password: 'contract-12368' };
const cases = {
  known: [CASE_1, CASE_5, CASE_9, CASE_12],
  unknown: (index: number) => `（2024）鲁9999刑初${index + 1}号`,
};

export const court12368: ContractSystem = {
  name: 'court-12368',
  department: 'COURT',
  system: '12368',
  questions: {
    caseFacts: { countedAs: 'cxAjQx', ...cases },
    casesByNumber: { countedAs: 'cxAjXx', ...cases },
    hearingsByCase: { countedAs: 'cxKtXx', ...cases },
    representationsByCase: { countedAs: 'cxWtDl', ...cases },
  },
  async start() {
    const simulator = await startCourt12368({ port: 0, ...account, rows: court12368Rows() });
    const endpoint = `http://127.0.0.1:${simulator.port}${COURT_12368_PATH}`;
    return {
      simulator,
      open: async (settings) => asSystemPort(await createCourtSystem({ endpoint, ...account, ...settings })),
      stop: () => simulator.close(),
    };
  },
};
