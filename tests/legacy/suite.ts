/** What a folder of `tests/legacy` exports as `suite` from its `suite.ts`; its `*.test.ts` run after the installation. */
export interface LegacySuite {
  /** For the reports. */
  readonly name: string;
  /** Brings what the tests need and start; a second time it finds it there. @throws where it cannot: the suite has failed then */
  install(): Promise<void>;
}
