package legacy;

/** A bean that refers to another: what two of them share goes over the wire once, as a multiRef. */
public class Party {
  private String name;
  private Party guardian;

  public Party() {}

  public Party(String name, Party guardian) {
    this.name = name;
    this.guardian = guardian;
  }

  public String getName() { return name; }
  public void setName(String name) { this.name = name; }
  public Party getGuardian() { return guardian; }
  public void setGuardian(Party guardian) { this.guardian = guardian; }
}
