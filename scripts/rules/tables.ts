/** Which rooms each room may import besides itself. Only the demo and what checks the product may import `simulators` and `demo`. */
export const ROOMS: Readonly<Record<string, readonly string[] | 'any room'>> = {
  gateway: ['schema', 'auth', 'service'],
  subgraphs: ['adapters', 'schema', 'auth', 'service'],
  adapters: ['schema'],
  auth: ['schema'],
  simulators: ['schema'],
  schema: [],
  service: [],
  demo: 'any room',
  tests: 'any room',
  bench: 'any room',
  scripts: 'any room',
};

export interface PackageRule {
  readonly name: string;
  /** Where alone it may be imported, as globs. */
  readonly in: readonly string[];
  /** Where its types may be imported too. */
  readonly types?: readonly string[];
}

export const PACKAGES: readonly PackageRule[] = [
  // Tests and benches hold it against ours.
  { name: 'soap', in: ['adapters/soap/**', 'tests/**', 'bench/**'] },
  { name: 'saxes', in: ['adapters/soap/xml/**'] },
  { name: 'xml-crypto', in: ['adapters/soap/security/**'] },
  { name: 'cockatiel', in: ['adapters/connector/**'] },
  {
    name: 'prom-client',
    in: ['service/metrics/**', 'gateway/http/request-observer*.ts', 'subgraphs/kit/observe/**', 'tests/**'],
  },
  // Its way of being called decides whether a signature is one: called in one place.
  { name: 'sm-crypto-v2', in: ['auth/keys/**', 'auth/audit/**'] },
  // Stand-ins encode by themselves, so that two implementations meet on the wire.
  { name: 'iconv-lite', in: ['adapters/soap/**', 'tests/**'] },
  {
    // The stand-in is tested with the real driver, and written without it.
    name: 'oracledb',
    in: ['adapters/oracle/**', 'simulators/**/*.test.ts', 'simulators/**/testing/**', 'tests/**'],
  },
  {
    name: '@apollo/gateway',
    in: ['gateway/planning/**', 'gateway/**/*.test.ts', 'gateway/**/testing/**', 'tests/**'],
    types: ['gateway/subrequests/**'],
  },
  {
    name: 'pg',
    in: ['subgraphs/kit/postgres/**', 'simulators/**', 'demo/postgres/**', 'tests/**'],
  },
];

export interface FileRule {
  readonly what: string;
  /** The files that it is about, by their path. */
  readonly files: RegExp;
  /** Where alone they may stand, as globs. */
  readonly in: readonly string[];
}

const SQL_PLACES = [
  'adapters/systems/**',
  'subgraphs/kit/postgres/**',
  'subgraphs/casework/registry/**',
  'subgraphs/access/store/**',
  'simulators/**',
  'demo/postgres/**',
];

export const FILES: readonly FileRule[] = [
  { what: 'a file of SQL', files: /\.sql$/, in: SQL_PLACES },
  { what: 'a WSDL or a schema', files: /\.(?:wsdl|xsd)$/, in: ['adapters/**', 'simulators/**', 'tests/**'] },
  { what: 'a log or the records of a run', files: /\.(log|jsonl|ndjson)$/, in: [] },
];

export interface TextRule extends FileRule {
  /** The text that may stand only there. With the flag g. */
  readonly pattern: RegExp;
}

export const SOURCE = /\.(ts|mjs)$/;

export const TEXTS: readonly TextRule[] = [
  {
    what: 'SQL',
    files: SOURCE,
    pattern:
      /['"`]\s*(?:SELECT\b[^'"`]*\bFROM|select\b[^'"`]*\bfrom|(?:INSERT|MERGE) INTO|UPDATE \S+ SET|DELETE FROM|(?:CREATE|ALTER|DROP) TABLE)\b/g,
    in: [...SQL_PLACES, 'tests/**', '**/*.test.ts'],
  },
  { what: 'a path of one machine', files: /./, pattern: /(?<![\w.])\/(?:work|tmp|root)\/|\.\.\/shared/g, in: [] },
];

/** Where the texts of a department's Oracle stand, and what alone may write more of them. */
export const STATEMENTS = {
  declared: 'adapters/systems/*/statements.ts',
  builders: ['adapters/oracle/session-setup.ts'],
};
/** What may stand in their SQL as it is: flags and formats. Everything else is a bind. */
export const SQL_LITERALS: readonly string[] = ['0', '1', 'YYYYMMDD'];

/** A legacy system's own words, pinyin mostly, are read from where it declares them. */
export const LEGACY_WORDS = {
  declaredIn: ['adapters/systems/**/*.wsdl', 'adapters/systems/**/*.xsd', 'simulators/*/*.wsdl', 'simulators/*/*.sql'],
  /** Elements of a WSDL; tables, views and columns of Oracle. Words of three letters mean too many other things. */
  declaration:
    /\bname="(\w{4,})"|\b(?:TABLE|VIEW)\s+(\w{4,})|^\s+(\w{4,})\s+(?:VARCHAR2|CHAR|NUMBER|DATE|TIMESTAMP|CLOB|BLOB)\b/gm,
  except: ['parameters'],
  in: ['adapters/systems/**', 'simulators/**', 'demo/systems/**', 'demo/bulk/**', 'tests/**'],
};
