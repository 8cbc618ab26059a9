package legacy.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.annotation.XmlAnyElement;
import javax.xml.bind.annotation.XmlAttribute;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlElementRef;
import javax.xml.bind.annotation.XmlElementWrapper;
import javax.xml.bind.annotation.XmlElements;
import javax.xml.bind.annotation.XmlList;
import javax.xml.bind.annotation.XmlSchemaType;
import javax.xml.bind.annotation.XmlType;
import javax.xml.bind.annotation.adapters.HexBinaryAdapter;
import javax.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import javax.xml.datatype.XMLGregorianCalendar;
import org.w3c.dom.Element;

/** A field for each class of values. */
@XmlType(propOrder = {
  "text", "remark", "whole", "count", "amount", "ratio", "closed", "stage", "day", "time", "moment", "bytes", "hex", "codes", "name", "party",
  "lawyer", "person", "contact", "note", "measure", "other",
})
public class Values {
  @XmlAttribute public String origin;
  @XmlAttribute public BigInteger serial;
  public String text;
  /** Nil, empty and absent are three things here. */
  @XmlElementRef(name = "remark", namespace = "urn:legacy:types", type = JAXBElement.class, required = false)
  public JAXBElement<String> remark;
  public BigInteger whole;
  public Long count;
  public BigDecimal amount;
  public Double ratio;
  public Boolean closed;
  public Stage stage;
  @XmlSchemaType(name = "date") public XMLGregorianCalendar day;
  @XmlSchemaType(name = "time") public XMLGregorianCalendar time;
  @XmlSchemaType(name = "dateTime") public XMLGregorianCalendar moment;
  public byte[] bytes;
  @XmlJavaTypeAdapter(HexBinaryAdapter.class) @XmlSchemaType(name = "hexBinary") public byte[] hex;
  @XmlList public List<Integer> codes;
  public List<String> name = new ArrayList<>();
  public List<Party> party = new ArrayList<>();
  @XmlElementWrapper(name = "lawyers") public List<String> lawyer;
  public Party person;
  @XmlElements({@XmlElement(name = "phone", type = String.class), @XmlElement(name = "licence", type = BigInteger.class)})
  public Object contact;
  public Note note;
  @XmlElementRef(name = "measure", namespace = "urn:legacy:types", type = JAXBElement.class, required = false)
  public JAXBElement<? extends Measure> measure;
  @XmlAnyElement public List<Element> other = new ArrayList<>();
}
