/** What a caller may. Scopes and policies are names that stand in the directives, compared whole and exactly. */
export interface Rights {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly policies: { has(name: string): boolean };
}
