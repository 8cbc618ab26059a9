package legacy;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.xml.bind.annotation.XmlSeeAlso;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPConstants;
import javax.xml.soap.SOAPException;
import javax.xml.soap.SOAPFactory;
import javax.xml.soap.SOAPFault;
import javax.xml.ws.BindingType;
import javax.xml.ws.soap.SOAPFaultException;
import legacy.types.ObjectFactory;
import legacy.types.Values;

/** Document/literal, bare, over SOAP 1.2. */
@WebService(targetNamespace = "urn:legacy:values", serviceName = "Bare", portName = "Bare", name = "Bare")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
@BindingType(javax.xml.ws.soap.SOAPBinding.SOAP12HTTP_BINDING)
@XmlSeeAlso(ObjectFactory.class)
public class Bare {
  @WebMethod
  @WebResult(name = "values", targetNamespace = "urn:legacy:values")
  public Values read(@WebParam(name = "what", targetNamespace = "urn:legacy:values") String what) {
    if (what.equals("refused")) throw refused();
    return Examples.of(what);
  }

  @WebMethod
  @WebResult(name = "understood", targetNamespace = "urn:legacy:values")
  public String write(@WebParam(name = "written", targetNamespace = "urn:legacy:values") Values values) { return Examples.describe(values); }

  /** A fault that the WSDL does not declare, with a code below the code. */
  private static SOAPFaultException refused() {
    try {
      SOAPFault fault = SOAPFactory.newInstance(SOAPConstants.SOAP_1_2_PROTOCOL).createFault("案号不存在", SOAPConstants.SOAP_SENDER_FAULT);
      fault.appendFaultSubcode(new QName("urn:legacy:values", "NoSuchCase", "v"));
      fault.addDetail().addDetailEntry(new QName("urn:legacy:values", "caseNumber", "v")).addTextNode("<甲>");
      return new SOAPFaultException(fault);
    } catch (SOAPException error) {
      throw new IllegalStateException(error);
    }
  }
}
