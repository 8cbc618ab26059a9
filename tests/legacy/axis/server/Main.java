package legacy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.axis.configuration.FileProvider;
import org.apache.axis.transport.http.SimpleAxisServer;

/** Axis's own small server on a free port of this machine: `Main CONFIGURATION`. Says `ready ADDRESS` when it listens; ends when its input does. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    SimpleAxisServer server = new SimpleAxisServer();
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    server.setServerSocket(socket);
    server.setMyConfig(new FileProvider(arguments[0]));
    server.start();
    System.out.println("ready http://127.0.0.1:" + socket.getLocalPort() + "/axis/services/");
    while (System.in.read() != -1) { }
    System.exit(0);
  }
}
