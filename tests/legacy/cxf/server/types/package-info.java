/** What the messages hold, in a namespace of its own whose elements are qualified; those of the operations are not. */
@javax.xml.bind.annotation.XmlSchema(namespace = "urn:legacy:types", elementFormDefault = javax.xml.bind.annotation.XmlNsForm.QUALIFIED)
package legacy.types;
