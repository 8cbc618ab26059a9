import type { SubgraphName } from '#auth/envelope/envelope.ts';
import type { SystemName } from '#schema/departments.ts';

/**
 * Every legacy system: its folder in `adapters/systems`, `simulators` and `tests`, what errors and settings call it, and the subgraph
 * over it. A new system is held to the shape and the contract of the others by its line here.
 */
export const SYSTEMS: readonly { folder: string; system: SystemName; subgraph: SubgraphName }[] = [
  { folder: 'court-12368', system: '12368', subgraph: 'court' },
  { folder: 'legal-aid', system: 'legal-aid', subgraph: 'legal-aid' },
  { folder: 'police', system: 'police', subgraph: 'police' },
  { folder: 'procuratorate-12309', system: '12309', subgraph: 'procuratorate' },
  { folder: 'notary', system: 'notary', subgraph: 'notary' },
];
