import type { GrantKind } from '#auth/grants/live-grant.ts';
import type { CaseView, ConditionId, Facet, Holder } from '#auth/policies/vocabulary.ts';
import type { Department } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { Purpose } from '#schema/purposes.ts';

/** A text in the two languages that every part of the policy carries. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** An article of law that a rule rests on, as DOMAIN cites it. */
export interface LawArticle {
  /** `CPL 286`; the bare short name where the whole text is meant. */
  readonly article: string;
  /** 刑事诉讼法第286条 */
  readonly zh: string;
  /** DOMAIN 0.1: C certain, L likely, U unsure; null where DOMAIN gives none. */
  readonly mark: 'C' | 'L' | 'U' | 'C/L' | null;
}

export interface RoleEntry extends Words {
  readonly purposes: readonly Purpose[];
  /** Purposes that count only under a live grant. */
  readonly byGrant: readonly Purpose[];
}

/** A name that may stand in `@policy`. */
export interface PolicyEntry extends Words {
  readonly law: readonly LawArticle[];
  readonly roles: ReadonlySet<string>;
  /** Whether a purpose that comes by grant lets a role use it too. */
  readonly purposesByGrant: boolean;
}

/** The text of a rule or an outcome, as the log and explanations name it. */
export interface RuleText extends Words {
  readonly id: string;
  readonly law: readonly LawArticle[];
}

/** How a role comes to a case (WORLD 3, 7; DOMAIN 5.2): which record must tie which part of the caller, and what that opens. */
export interface Rule extends RuleText {
  readonly roles: readonly string[];
  readonly purpose: Purpose;
  /** Whose records tie the caller to a case, and so whose facts are asked. */
  readonly departments: readonly Department[];
  readonly holder: Holder;
  /** The functions in the record that count; `null` where the record's agency is enough. */
  readonly functions: readonly string[] | null;
  /** Whether the record must be one of the caller's own agency. */
  readonly ownAgency: boolean;
  readonly view: CaseView;
}

/** What a live grant lifts, for whom. */
export interface GrantRule extends RuleText {
  readonly kind: GrantKind;
  readonly roles: readonly string[];
  /** `null`: the purpose of the role's own rule. */
  readonly purpose: Purpose | null;
  /** Departments whose facts are asked under it; `null`: those of the role's own rule. */
  readonly departments: readonly Department[] | null;
  /** `null`: what the role's own rule opens. */
  readonly view: CaseView | null;
}

export interface ViewEntry extends Words {
  readonly law: readonly LawArticle[];
  readonly opens: ReadonlyMap<Department, ReadonlySet<Facet>>;
  readonly persons: 'everyone' | 'accused' | 'own-rows' | 'own-only';
  readonly records: 'any' | 'own';
  readonly widens: { readonly to: CaseView; readonly at: ReadonlySet<Stage> } | null;
}

/** How a value looks when it leaves its owner. */
export interface MaskEntry extends Words {
  readonly id: string;
}

/** What decides a field. */
export type DecidedBy =
  /** Everyone. */
  | { readonly by: 'public' }
  /** Anyone who is signed in. */
  | { readonly by: 'authenticated' }
  /** The row that shows it: a value of it, with no decision of its own. */
  | { readonly by: 'parent' }
  /** The field policy, and the owner's own rule for such things, which is about no case (tickets, certificates, grants). */
  | { readonly by: 'policy' }
  /** The decision about the case: any view of it. */
  | { readonly by: 'case' }
  /** The decision about the department's record, and whether the view opens this kind of row. */
  | { readonly by: 'row'; readonly facet: Facet; readonly departments: readonly Department[] };

export interface FieldRule {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly decidedBy: DecidedBy;
  /** Names in `@policy` that the field, or its type, asks for: all of them. */
  readonly policies: readonly string[];
  readonly mask: string;
  /** Views that open the row, but not this field. */
  readonly closedIn: ReadonlySet<CaseView>;
  /** The kind of grant without which it is null. */
  readonly grant: GrantKind | null;
}

/** The whole policy, as read from one set of texts. */
export interface PolicySet {
  readonly roles: ReadonlyMap<string, RoleEntry>;
  /** Roles that may stand beside no other. */
  readonly separation: ReadonlySet<string>;
  readonly policies: ReadonlyMap<string, PolicyEntry>;
  readonly views: ReadonlyMap<string, ViewEntry>;
  readonly rules: readonly Rule[];
  readonly grants: readonly GrantRule[];
  /** The text of every rule id, those of `rules` and `grants` included. */
  readonly texts: ReadonlyMap<string, RuleText>;
  readonly conditions: Readonly<Record<ConditionId, Words>>;
  readonly masks: ReadonlyMap<string, MaskEntry>;
  /** What each type of the graph is called in Chinese. */
  readonly types: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, FieldRule>;
  /** `sm3:` and 64 hex digits over all texts: which policy a process decides by. */
  readonly digest: string;
}
