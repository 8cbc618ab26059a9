package legacy;

import java.io.File;
import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.BusFactory;
import org.apache.cxf.configuration.jsse.TLSServerParameters;
import org.apache.cxf.configuration.security.ClientAuthentication;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.common.gzip.GZIPOutInterceptor;
import org.apache.cxf.transport.http_jetty.JettyHTTPServerEngineFactory;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * CXF's own Jetty on two free ports of this machine, one for http and one for mutual TLS: `Main KEYS` (a folder with server.p12 and trust.p12). At `/wrapped` the
 * platform's own validator holds requests against the schema.
 * Says `ready HTTP HTTPS` when it listens; ends when its input does.
 */
public class Main {
  private static final String USER = "court", PASSWORD = "口令 <&> 1";
  private static final String STORE_PASSWORD = "changeit";
  private static final String UTILITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  public static void main(String[] arguments) throws Exception {
    String keys = arguments[0];
    String http = "http://127.0.0.1:" + freePort();
    int securePort = freePort();
    String https = "https://127.0.0.1:" + securePort;
    new JettyHTTPServerEngineFactory(BusFactory.getDefaultBus()).setTLSServerParametersForPort(securePort, mutualTls(keys));

    JaxWsServerFactoryBean judge = publish(new Wrapped(), http + "/wrapped");
    judge.setProperties(Map.of("schema-validation-enabled", "IN"));
    judge.create();
    publish(new Bare(), http + "/bare").create();
    publish(new Rpc(), http + "/rpc").create();
    publish(new Wrapped(), https + "/mtls").create();
    JaxWsServerFactoryBean zipped = publish(new Wrapped(), http + "/gzip");
    zipped.getOutInterceptors().add(new GZIPOutInterceptor(0));
    zipped.create();
    secured(http + "/text", "UsernameToken", Map.of("passwordType", "PasswordText")).create();
    secured(http + "/digest", "UsernameToken Timestamp", Map.of("passwordType", "PasswordDigest")).create();
    secured(http + "/x509", "Signature Timestamp", signature(keys)).create();
    signing(http + "/signed", keys, Map.of()).create();
    signing(http + "/signed-sha256", keys, Map.of(
      "signatureKeyIdentifier", "IssuerSerial",
      "signatureAlgorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      "signatureDigestAlgorithm", "http://www.w3.org/2001/04/xmlenc#sha256")).create();

    System.out.println("ready " + http + "/ " + https + "/");
    while (System.in.read() != -1) { }
    System.exit(0);
  }

  private static JaxWsServerFactoryBean publish(Object service, String address) {
    JaxWsServerFactoryBean server = new JaxWsServerFactoryBean();
    server.setServiceBean(service);
    server.setAddress(address);
    if (service instanceof Wrapped) server.setWsdlLocation(new File("values.wsdl").toURI().toString());
    return server;
  }

  /** Requests must carry what WSS4J calls these actions. */
  private static JaxWsServerFactoryBean secured(String address, String action, Map<String, Object> settings) {
    Map<String, Object> checks = new HashMap<>(settings);
    checks.put("action", action);
    checks.put("passwordCallbackRef", passwords());
    JaxWsServerFactoryBean server = publish(new Wrapped(), address);
    server.getInInterceptors().add(new WSS4JInInterceptor(checks));
    return server;
  }

  private static Map<String, Object> signature(String keys) {
    return Map.of("signaturePropRefId", "trust", "trust", crypto(keys, "trust"));
  }

  /** Replies are signed as WSS4J does it where nobody says otherwise, by SHA-1. */
  private static JaxWsServerFactoryBean signing(String address, String keys, Map<String, Object> settings) {
    Map<String, Object> signs = new HashMap<>(Map.of(
      "action", "Timestamp Signature",
      "user", "server",
      "passwordCallbackRef", passwords(),
      "signaturePropRefId", "own",
      "own", crypto(keys, "server"),
      "signatureKeyIdentifier", "DirectReference",
      "signatureParts", "{Element}{http://schemas.xmlsoap.org/soap/envelope/}Body;{Element}{" + UTILITY + "}Timestamp"));
    signs.putAll(settings);
    JaxWsServerFactoryBean server = secured(address, "Signature Timestamp", signature(keys));
    server.getOutInterceptors().add(new WSS4JOutInterceptor(signs));
    return server;
  }

  private static CallbackHandler passwords() {
    return callbacks -> {
      WSPasswordCallback asked = (WSPasswordCallback) callbacks[0];
      if (asked.getUsage() == WSPasswordCallback.SIGNATURE) asked.setPassword(STORE_PASSWORD);
      else if (USER.equals(asked.getIdentifier())) asked.setPassword(PASSWORD);
    };
  }

  private static Properties crypto(String keys, String store) {
    Properties properties = new Properties();
    properties.setProperty("org.apache.wss4j.crypto.provider", "org.apache.wss4j.common.crypto.Merlin");
    properties.setProperty("org.apache.wss4j.crypto.merlin.keystore.type", "PKCS12");
    properties.setProperty("org.apache.wss4j.crypto.merlin.keystore.file", keys + "/" + store + ".p12");
    properties.setProperty("org.apache.wss4j.crypto.merlin.keystore.password", STORE_PASSWORD);
    return properties;
  }

  private static TLSServerParameters mutualTls(String keys) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store(keys + "/server.p12"), STORE_PASSWORD.toCharArray());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store(keys + "/trust.p12"));
    ClientAuthentication client = new ClientAuthentication();
    client.setWant(true);
    client.setRequired(true);
    TLSServerParameters parameters = new TLSServerParameters();
    parameters.setKeyManagers(own.getKeyManagers());
    parameters.setTrustManagers(trusted.getTrustManagers());
    parameters.setClientAuthentication(client);
    return parameters;
  }

  private static KeyStore store(String file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (FileInputStream bytes = new FileInputStream(file)) {
      store.load(bytes, STORE_PASSWORD.toCharArray());
    }
    return store;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
