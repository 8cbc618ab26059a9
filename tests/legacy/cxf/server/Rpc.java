package legacy;

import java.math.BigInteger;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import javax.xml.bind.annotation.XmlSeeAlso;
import legacy.types.ObjectFactory;
import legacy.types.Values;

/** RPC/literal. */
@WebService(targetNamespace = "urn:legacy:values", serviceName = "Rpc", portName = "Rpc", name = "Rpc")
@SOAPBinding(style = SOAPBinding.Style.RPC)
@XmlSeeAlso(ObjectFactory.class)
public class Rpc {
  @WebMethod
  @WebResult(name = "values")
  public Values read(@WebParam(name = "what") String what) { return Examples.of(what); }

  @WebMethod
  @WebResult(name = "understood")
  public String write(@WebParam(name = "values") Values values) { return Examples.describe(values); }

  /** Two parts, of simple types. */
  @WebMethod
  @WebResult(name = "sum")
  public BigInteger add(@WebParam(name = "one") BigInteger one, @WebParam(name = "other") BigInteger other) { return one.add(other); }
}
