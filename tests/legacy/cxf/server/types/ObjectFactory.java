package legacy.types;

import javax.xml.bind.JAXBElement;
import javax.xml.bind.annotation.XmlElementDecl;
import javax.xml.bind.annotation.XmlRegistry;
import javax.xml.namespace.QName;

/** The global elements. */
@XmlRegistry
public class ObjectFactory {
  private static final String NAMESPACE = "urn:legacy:types";

  @XmlElementDecl(namespace = NAMESPACE, name = "law")
  public JAXBElement<String> createLaw(String value) {
    return new JAXBElement<>(new QName(NAMESPACE, "law"), String.class, value);
  }

  @XmlElementDecl(namespace = NAMESPACE, name = "measure")
  public JAXBElement<Measure> createMeasure(Measure value) {
    return new JAXBElement<>(new QName(NAMESPACE, "measure"), Measure.class, value);
  }

  @XmlElementDecl(namespace = NAMESPACE, name = "bail", substitutionHeadNamespace = NAMESPACE, substitutionHeadName = "measure")
  public JAXBElement<Bail> createBail(Bail value) {
    return new JAXBElement<>(new QName(NAMESPACE, "bail"), Bail.class, value);
  }

  @XmlElementDecl(namespace = NAMESPACE, name = "detention", substitutionHeadNamespace = NAMESPACE, substitutionHeadName = "measure")
  public JAXBElement<Measure> createDetention(Measure value) {
    return new JAXBElement<>(new QName(NAMESPACE, "detention"), Measure.class, value);
  }

  @XmlElementDecl(namespace = NAMESPACE, name = "remark", scope = Values.class)
  public JAXBElement<String> createRemark(String value) {
    return new JAXBElement<>(new QName(NAMESPACE, "remark"), String.class, Values.class, value);
  }

  public Values createValues() { return new Values(); }

  public Note createNote() { return new Note(); }
}
