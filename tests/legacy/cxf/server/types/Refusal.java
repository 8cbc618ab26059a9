package legacy.types;

/** The detail of a declared fault. */
public class Refusal {
  public long code;
  public String reason;

  public Refusal() {}

  public Refusal(long code, String reason) {
    this.code = code;
    this.reason = reason;
  }
}
