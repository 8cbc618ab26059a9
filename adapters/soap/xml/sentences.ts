/** What saxes says of malformed XML, by the beginning of its message, in words that hold nothing of the document. */
const SENTENCES: readonly (readonly [begins: string, sentence: string])[] = [
  [
    'undefined entity',
    'an entity is refused: only &amp;, &lt;, &gt;, &quot;, &apos; and character references are read',
  ],
  ['disallowed character in entity name', 'an & stands alone: it must be written &amp;'],
  ['empty entity name', 'an & stands alone: it must be written &amp;'],
  ['malformed character entity', 'a reference to a character that XML does not allow'],
  ['unclosed tag', 'the document ends before its elements are closed'],
  ['unexpected end', 'the document ends in the middle of a tag, comment or reference'],
  ['document must contain a root element', 'there is no element'],
  ['documents may contain only one root', 'there is a second root element'],
  ['text data outside of root node', 'there is text outside of the root element'],
  ['unexpected close tag', 'an end tag does not match the element that is open'],
  ['unmatched closing tag', 'an end tag does not match the element that is open'],
  ['weird empty close tag', 'an end tag has no name'],
  ['duplicate attribute', 'an attribute is given twice'],
  ['attribute without value', 'an attribute has no value'],
  ['unquoted attribute value', 'an attribute value is not in quotes'],
  ['no whitespace between attributes', 'there is no space between attributes'],
  ['disallowed character in tag name', 'a < stands alone or a tag is malformed: as text it must be written &lt;'],
  ['disallowed character in attribute name', 'the attributes of a tag are malformed'],
  ['disallowed character in processing', 'a processing instruction is malformed'],
  ['disallowed character in closing tag', 'an end tag is malformed'],
  ['XML declaration', 'the XML declaration is malformed'],
  ['expected', 'the XML declaration is malformed'],
  ['did not expect', 'the XML declaration is malformed'],
  ['version number', 'the XML declaration is malformed'],
  ['encoding value', 'the XML declaration is malformed'],
  ['disallowed character', 'a character that XML does not allow, or a < in an attribute value'],
  ['the string "]]>"', 'the text holds ]]>: it must be written ]]&gt;'],
  ['inappropriately located doctype', 'a DTD is refused'],
  ['incorrect syntax', 'a <! stands alone: only comments and CDATA sections begin with it'],
  ['forward-slash in opening tag', 'a tag is malformed'],
  ['processing instruction', 'a processing instruction is malformed'],
  ['malformed comment', 'a comment holds --'],
  ['an XML declaration must be at the start', 'an XML declaration stands elsewhere than at the very beginning'],
  ['the XML declaration must appear at the start', 'an XML declaration stands elsewhere than at the very beginning'],
];

export function sentenceFor(message: string): string {
  return SENTENCES.find(([begins]) => message.startsWith(begins))?.[1] ?? 'the XML is not well-formed';
}
