import type { Facets } from '#adapters/soap/schema/model.ts';

/** The white space of a value as its type has it (part 2 §4.3.6). */
export function applyWhiteSpace(text: string, whiteSpace: Facets['whiteSpace']): string {
  if (whiteSpace === 'preserve') return text;
  const replaced = text.replace(/[\t\n\r]/g, ' ');
  return whiteSpace === 'replace' ? replaced : replaced.replace(/ +/g, ' ').replace(/^ | $/g, '');
}
