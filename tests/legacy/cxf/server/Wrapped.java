package legacy;

import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.xml.bind.annotation.XmlSeeAlso;
import legacy.types.ObjectFactory;
import legacy.types.Refusal;
import legacy.types.Values;

/** Document/literal, wrapped. */
@WebService(targetNamespace = "urn:legacy:values", serviceName = "Values", portName = "Values", name = "Values")
@XmlSeeAlso(ObjectFactory.class)
public class Wrapped {
  @WebMethod
  @WebResult(name = "values")
  public Values read(@WebParam(name = "what") String what) throws Refused {
    if (what.equals("refused")) throw new Refused("案号不存在", new Refusal(9007199254740993L, "案号<不>存在"));
    return Examples.of(what);
  }

  @WebMethod
  @WebResult(name = "understood")
  public String write(@WebParam(name = "values") Values values) { return Examples.describe(values); }

  @WebMethod
  @WebResult(name = "values")
  public Values rows(@WebParam(name = "count") int count) { return Examples.rows(count); }
}
