package legacy;

/** A declared fault: its fields stand typed in the detail. */
public class Refused extends Exception {
  private long code;
  private String reason;

  public Refused() {}

  public Refused(long code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  public long getCode() { return code; }
  public void setCode(long code) { this.code = code; }
  public String getReason() { return reason; }
  public void setReason(String reason) { this.reason = reason; }
}
