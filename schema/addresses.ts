/** Where the subgraphs listen unless a setting says otherwise (`SUBGRAPH_<NAME>_URL` at the gateway); also what the supergraph names. */
export const SUBGRAPH_ADDRESSES = {
  casework: 'http://127.0.0.1:4101/graphql',
  court: 'http://127.0.0.1:4102/graphql',
  'legal-aid': 'http://127.0.0.1:4103/graphql',
  police: 'http://127.0.0.1:4104/graphql',
  procuratorate: 'http://127.0.0.1:4105/graphql',
  notary: 'http://127.0.0.1:4106/graphql',
  access: 'http://127.0.0.1:4107/graphql',
} as const;
