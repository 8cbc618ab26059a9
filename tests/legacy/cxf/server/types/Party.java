package legacy.types;

import javax.xml.bind.annotation.XmlAttribute;
import javax.xml.bind.annotation.XmlSeeAlso;

@XmlSeeAlso({Minor.class, Company.class})
public class Party {
  @XmlAttribute(required = true) public String role;
  public String name;

  public Party() {}

  Party(String role, String name) {
    this.role = role;
    this.name = name;
  }

  @Override public String toString() { return getClass().getSimpleName() + " " + role + " " + name; }
}
