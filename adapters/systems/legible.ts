import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Characters of the longest column or element that a department's interface has (VARCHAR2 has 4000 bytes): more is not a value of theirs. */
const LONGEST = 4000;

/** What decoders put where bytes are no characters: whoever wrote it had lost the text already. */
const LOST = '\u{FFFD}';

/** The text without the blanks around it; `null` where there is nothing else. @throws UnreadableField where it cannot be what was written */
export function legible(field: string, value: string | null): string | null {
  const text = value?.trim() || null;
  if (text === null) return null;
  if (text.length > LONGEST) throw new UnreadableField(field, `is longer than ${LONGEST} characters`);
  if (text.includes(LOST)) throw new UnreadableField(field, 'holds characters that are lost');
  return text;
}
