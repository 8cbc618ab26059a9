import { GRANT_KINDS, type GrantKind } from '#auth/grants/live-grant.ts';
import type { Entry } from '#auth/policies/entry.ts';
import type { DecidedBy, FieldRule, MaskEntry, PolicySet } from '#auth/policies/policy-set.ts';
import { CASE_VIEWS, type CaseView, FACETS } from '#auth/policies/vocabulary.ts';
import { readChinese, readWords } from '#auth/policies/words.ts';
import { DEPARTMENTS } from '#schema/departments.ts';

/** What may be said of all fields of a type, and of one of them again. */
const DECIDING = ['decidedBy', 'policy', 'facet', 'departments', 'closedIn', 'grant'] as const;
type Deciding = Readonly<Partial<Record<(typeof DECIDING)[number], Entry>>>;

/** The mask of what is not personal. */
const AS_IT_IS = 'none';

/** What is said of a type stands for its fields, but where a field says otherwise. */
interface Said {
  readonly decidedBy: DecidedBy | null;
  readonly policies: readonly string[];
  readonly closedIn: ReadonlySet<CaseView>;
  readonly grant: GrantKind | null;
}

const NOTHING_SAID: Said = { decidedBy: null, policies: [], closedIn: new Set(), grant: null };

/** `fields.yaml`: a type says what decides its fields, a field its mask, and what decides it otherwise. */
export function readFields(
  root: Entry,
  policies: PolicySet['policies'],
): Pick<PolicySet, 'masks' | 'types' | 'fields'> {
  const parts = root.parts(['masks', 'types']);
  const masks = new Map<string, MaskEntry>(
    parts.masks.entries().map(([id, entry]) => [id, { id, ...readWords(entry.parts(['zh', 'en'])) }]),
  );
  const types = new Map<string, string>();
  const rules = parts.types.entries().flatMap(([type, entry]) => {
    const { zh, fields, ...deciding } = entry.parts(['zh', 'fields'], DECIDING);
    types.set(type, readChinese(zh));
    const ofType = readSaid(deciding, policies, NOTHING_SAID);
    return fields.entries().map(([name, field]) => readField(`${type}.${name}`, field, ofType, masks, policies));
  });
  return { masks, types, fields: new Map(rules.map((rule) => [rule.coordinate, rule])) };
}

function readField(
  coordinate: string,
  entry: Entry,
  ofType: Said,
  masks: PolicySet['masks'],
  policies: PolicySet['policies'],
): FieldRule {
  const { mask, ...deciding } = entry.isMap ? entry.parts([], ['mask', ...DECIDING]) : { mask: entry };
  const { decidedBy, ...said } = readSaid(deciding, policies, ofType);
  if (decidedBy === null) return entry.fail('缺少 decidedBy', 'decidedBy is missing');
  const open = decidedBy.by === 'public' || decidedBy.by === 'authenticated';
  if (open && said.policies.length > 0)
    entry.fail('公开的字段不得有策略', 'what is open to everyone asks for no policy');
  if (decidedBy.by === 'policy' && said.policies.length === 0) entry.fail('缺少 policy', 'policy is missing');
  return { coordinate, decidedBy, ...said, mask: mask ? mask.oneOf(masks.keys(), '脱敏类别', 'mask') : AS_IT_IS };
}

/** A field asks for its type's policies and its own; what else it says stands instead of what the type says. */
function readSaid(given: Deciding, policies: PolicySet['policies'], before: Said): Said {
  const own = given.policy ? [given.policy.oneOf(policies.keys(), '策略', 'policy')] : [];
  return {
    decidedBy: given.decidedBy ? readDecidedBy(given.decidedBy, given) : before.decidedBy,
    policies: [...new Set([...before.policies, ...own])],
    closedIn: given.closedIn ? new Set(given.closedIn.someOf(CASE_VIEWS, '视图', 'view')) : before.closedIn,
    grant: given.grant ? given.grant.oneOf(GRANT_KINDS, '授权种类', 'kind of grant') : before.grant,
  };
}

function readDecidedBy(entry: Entry, { facet, departments }: Deciding): DecidedBy {
  const by = entry.oneOf(['public', 'authenticated', 'parent', 'policy', 'case', 'row'], '裁决依据', 'such decision');
  if (by !== 'row') {
    (facet ?? departments)?.fail('只有 row 才有种类和部门', 'only a row has a facet and departments');
    return { by };
  }
  if (!facet || !departments) return entry.fail('row 须写明 facet 和 departments', 'a row needs facet and departments');
  return {
    by,
    facet: facet.oneOf(FACETS, '种类', 'facet'),
    departments: departments.someOf(DEPARTMENTS, '部门', 'department'),
  };
}
