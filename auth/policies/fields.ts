import { POLICY } from '#auth/policies/current.ts';
import type { FieldRule } from '#auth/policies/policy-set.ts';

/** What decides each field of the graph, and its mask, by coordinate (`Type.field`). */
export const FIELDS: ReadonlyMap<string, FieldRule> = POLICY.fields;

/** `null` for a field that is not in the text: nobody may see it. */
export function fieldRule(coordinate: string): FieldRule | null {
  return POLICY.fields.get(coordinate) ?? null;
}
