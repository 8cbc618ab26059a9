package legacy.types;

import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.annotation.XmlElementRef;
import javax.xml.bind.annotation.XmlMixed;

/** Mixed content: text with elements in it. */
public class Note {
  @XmlMixed
  @XmlElementRef(name = "law", namespace = "urn:legacy:types", type = JAXBElement.class)
  public List<Object> content = new ArrayList<>();

  @Override public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object item : content) text.append(item instanceof JAXBElement ? "<" + ((JAXBElement<?>) item).getValue() + ">" : item);
    return text.toString();
  }
}
