package dev.escapement.restate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A TCP proxy that can hold back the bytes of a service, and cut its connections. Safe for concurrent use. */
final class HeldConnections implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new ArrayList<>();
    private boolean held;

    HeldConnections() throws IOException {}

    /** Begins to connect to a port of the loopback interface, and returns the address of the proxy. */
    URI start(int port) {
        daemon(() -> accept(port));
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Holds back all bytes of the service until the connections are cut. */
    synchronized void hold() {
        held = true;
    }

    /** Closes all connections, without the bytes that were held back. New connections are not held. */
    synchronized void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        held = false;
        notifyAll();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "held connections");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(int port) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
                keep(client, service);
                daemon(() -> copy(client, service, false));
                daemon(() -> copy(service, client, true));
            } catch (IOException e) {
                // The proxy was closed, or the service has ended.
            }
        }
    }

    private synchronized void keep(Socket client, Socket service) throws IOException {
        client.setTcpNoDelay(true);
        service.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(service);
    }

    private void copy(Socket from, Socket to, boolean holds) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (holds) {
                    awaitRelease();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // The connection was cut.
        }
    }

    private synchronized void awaitRelease() throws IOException {
        try {
            while (held) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
