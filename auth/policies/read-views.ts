import type { Entry } from '#auth/policies/entry.ts';
import type { PolicySet, ViewEntry } from '#auth/policies/policy-set.ts';
import { CASE_VIEWS, FACETS, type Facet } from '#auth/policies/vocabulary.ts';
import { type Laws, readLaw, readWords } from '#auth/policies/words.ts';
import { DEPARTMENTS, type Department } from '#schema/departments.ts';
import { STAGE, type Stage } from '#schema/enums/stage.ts';

/** `views.yaml`: each view that code knows, once. */
export function readViews(root: Entry, laws: Laws): PolicySet['views'] {
  const { views } = root.parts(['views']);
  const read = views.parts(CASE_VIEWS);
  return new Map(CASE_VIEWS.map((name) => [name, readView(read[name], laws)]));
}

function readView(entry: Entry, laws: Laws): ViewEntry {
  const { opens, persons, records, widens, ...parts } = entry.parts(
    ['zh', 'en', 'law', 'opens', 'persons', 'records'],
    ['widens'],
  );
  return {
    ...readWords(parts),
    law: readLaw(parts.law, laws),
    opens: new Map(opens.entries().map(([name, facets]) => [readDepartment(name, facets), readFacets(facets)])),
    persons: persons.oneOf(['everyone', 'accused', 'own-rows', 'own-only'], '范围', 'such scope of persons'),
    records: records.oneOf(['any', 'own'], '范围', 'such scope of records'),
    widens: widens ? readWidening(widens, laws) : null,
  };
}

function readWidening(entry: Entry, laws: Laws): ViewEntry['widens'] {
  const { to, at, law } = entry.parts(['to', 'at', 'law']);
  readLaw(law, laws);
  return {
    to: to.oneOf(CASE_VIEWS, '视图', 'view'),
    at: new Set(at.someOf(Object.keys(STAGE) as Stage[], '诉讼阶段', 'stage')),
  };
}

function readDepartment(name: string, entry: Entry): Department {
  const known = DEPARTMENTS.find((department) => department === name);
  return known ?? entry.fail(`部门 ${name} 不存在`, `there is no department ${name}`);
}

function readFacets(entry: Entry): ReadonlySet<Facet> {
  if (entry.isList) return new Set(entry.someOf(FACETS, '种类', 'facet'));
  entry.oneOf(['all'], '种类', 'facet');
  return new Set(FACETS);
}
