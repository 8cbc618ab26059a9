package legacy;

import javax.xml.ws.WebFault;
import legacy.types.Refusal;

@WebFault(name = "refusal", targetNamespace = "urn:legacy:types")
public class Refused extends Exception {
  private final Refusal refusal;

  public Refused(String message, Refusal refusal) {
    super(message);
    this.refusal = refusal;
  }

  public Refusal getFaultInfo() { return refusal; }
}
