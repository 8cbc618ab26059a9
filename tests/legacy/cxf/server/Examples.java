package legacy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import javax.xml.bind.JAXBElement;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import legacy.types.*;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Values that clients are known to spoil, and how those were understood that they sent. */
class Examples {
  private static final ObjectFactory MAKE = new ObjectFactory();

  static Values of(String what) {
    Values values = new Values();
    switch (what) {
      case "text": values.text = "  <甲>&\"乙\" ]]> 丙𠮷  "; break;
      case "empty": values.remark = MAKE.createRemark(""); break;
      case "nil": values.remark = MAKE.createRemark(null); values.remark.setNil(true); break;
      case "absent": break;
      case "numbers":
        values.whole = new BigInteger("379999198506120130");
        values.count = 9007199254740993L;
        values.amount = new BigDecimal("12345678901234567.890");
        values.ratio = Double.POSITIVE_INFINITY;
        values.closed = true;
        values.stage = Stage.TRIAL;
        break;
      case "dates":
        values.day = calendar("2024-01-02+08:00");
        values.time = calendar("09:00:00");
        break;
      case "moments": values.moment = calendar("2024-01-02T03:04:05.678901"); break;
      case "bytes": values.bytes = new byte[] {0, 1, -2, -1}; values.hex = values.bytes; break;
      case "list": values.codes = Arrays.asList(7, 8, 9); break;
      case "none": values.lawyer = Arrays.asList(); break;
      case "one":
        values.name.add("甲");
        values.party.add(new Minor("王拟丙", 17, null));
        values.lawyer = Arrays.asList("何律师");
        break;
      case "many":
        values.name.addAll(Arrays.asList("甲", "", "乙"));
        values.party.add(new Company("虚构公司", new BigInteger("913799")));
        values.party.add(new Minor("王拟丙", 17, null));
        values.lawyer = Arrays.asList("何律师", "吕律师");
        break;
      case "derived": values.person = new Minor("王拟丙", 17, new Company("虚构公司", new BigInteger("913799"))); break;
      case "choice": values.contact = "13900000000"; break;
      case "attributes": values.origin = " a<b "; values.serial = new BigInteger("379999198506120130"); break;
      case "mixed":
        values.note = new Note();
        values.note.content.addAll(Arrays.asList("依照 ", MAKE.createLaw("第一百条"), " 和 ", MAKE.createLaw("第二条"), " 办理"));
        break;
      case "substituted": values.measure = MAKE.createBail(new Bail("2025-03-14", new BigDecimal("5000.00"))); break;
      case "any": values.other.add(foreign()); break;
      default: throw new IllegalArgumentException("no such values: " + what);
    }
    return values;
  }

  static Values rows(int count) {
    Values values = new Values();
    for (int i = 0; i < count; i++) values.party.add(new Minor("当事人" + i, 17, null));
    return values;
  }

  /** A line for each field. */
  static String describe(Values values) {
    JAXBElement<String> remark = values.remark;
    JAXBElement<? extends Measure> measure = values.measure;
    StringBuilder other = new StringBuilder();
    for (Element element : values.other) other.append("{" + element.getNamespaceURI() + "}" + element.getLocalName() + " " + element.getTextContent());
    return String.join("\n",
      "origin=" + quote(values.origin),
      "serial=" + values.serial,
      "text=" + quote(values.text),
      "remark=" + (remark == null ? "absent" : remark.isNil() ? "nil" : quote(remark.getValue())),
      "whole=" + values.whole,
      "count=" + values.count,
      "amount=" + (values.amount == null ? null : values.amount.toPlainString()),
      "ratio=" + values.ratio,
      "closed=" + values.closed,
      "stage=" + values.stage,
      "day=" + values.day,
      "time=" + values.time,
      "moment=" + values.moment,
      "bytes=" + Arrays.toString(values.bytes),
      "hex=" + Arrays.toString(values.hex),
      "codes=" + values.codes,
      "name=" + values.name,
      "party=" + values.party,
      "lawyer=" + values.lawyer,
      "person=" + values.person,
      "contact=" + (values.contact == null ? null : values.contact.getClass().getSimpleName() + " " + values.contact),
      "note=" + values.note,
      "measure=" + (measure == null ? null : measure.getName().getLocalPart() + " " + measure.getValue().since + (measure.getValue() instanceof Bail ? " " + ((Bail) measure.getValue()).deposit : "")),
      "other=" + other);
  }

  private static String quote(String text) {
    return text == null ? "absent" : "\"" + text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + "\"";
  }

  private static XMLGregorianCalendar calendar(String text) {
    return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
  }

  private static Element foreign() {
    Document document = DOMUtils.createDocument();
    Element element = document.createElementNS("urn:elsewhere", "e:stamp");
    element.appendChild(document.createElementNS("urn:elsewhere", "e:by")).setTextContent("虚构机关");
    return element;
  }
}
