package dev.escapement.restate.kill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The common address of the instances of a service: a TCP proxy that connects to the instances in turn, and to the next
 * one if an instance does not run.
 */
final class InstanceProxy implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Integer> instances;
    private final List<Socket> sockets = new ArrayList<>();
    private int next;

    private InstanceProxy(List<Integer> instances) throws IOException {
        this.instances = instances;
    }

    /**
     * Starts a proxy.
     *
     * @param instances the ports of the instances on the loopback interface
     */
    static InstanceProxy start(List<Integer> instances) throws IOException {
        InstanceProxy proxy = new InstanceProxy(instances);
        daemon(proxy::accept);
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket instance = connect();
                client.setTcpNoDelay(true);
                keep(client, instance);
                daemon(() -> copy(client, instance));
                daemon(() -> copy(instance, client));
            } catch (IOException e) {
                // The proxy was closed.
            }
        }
    }

    private synchronized void keep(Socket client, Socket instance) {
        sockets.add(client);
        sockets.add(instance);
    }

    /** Returns a connection to the next instance that runs, or one that is not connected. */
    private Socket connect() {
        for (int attempt = 0; attempt < instances.size(); attempt++) {
            int port = instances.get(next);
            next = (next + 1) % instances.size();
            try {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                // This instance does not run.
            }
        }
        return new Socket();
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // A process was killed. Both connections end.
        }
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
