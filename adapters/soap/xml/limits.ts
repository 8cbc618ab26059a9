/** How large XML may be before it is refused, whatever the size of its bytes. */
export interface XmlLimits {
  /** Elements in one another. @default 100 */
  readonly depth: number;
  /** @default 5,000,000 */
  readonly elements: number;
  /** Of one element, namespace declarations included. @default 256 */
  readonly attributes: number;
  /** Characters of a name with its prefix. @default 256 */
  readonly nameLength: number;
  /** Different names of elements and attributes in the whole document. @default 10,000 */
  readonly names: number;
  /** Characters of one text, attribute value, comment or tag. @default 16 Mi */
  readonly textLength: number;
}

export const DEFAULT_XML_LIMITS: XmlLimits = {
  depth: 100,
  elements: 5_000_000,
  attributes: 256,
  nameLength: 256,
  names: 10_000,
  textLength: 16 * 1024 * 1024,
};
