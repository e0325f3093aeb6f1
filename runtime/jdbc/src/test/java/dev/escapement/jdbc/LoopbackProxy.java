package dev.escapement.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy for TCP connections to a server on the loopback interface. It cuts one connection, at a given text. */
final class LoopbackProxy implements AutoCloseable {

    private static final int BUFFER = 65_536;
    private static final long LATE_MILLIS = 400;
    private static final long MAX_SECONDS = 20;

    /** The moment at which a connection is cut. */
    enum Cut {
        /** The text does not reach the server. */
        NOT_FORWARDED,

        /** The text reaches the server, whose reply does not reach the client. */
        REPLY_LOST,

        /** The text reaches the server some time after the client has lost its connection. */
        FORWARDED_LATE
    }

    private record Armed(Cut cut, String text) {}

    private final ServerSocket listener;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Armed> armed = new AtomicReference<>();
    private final CountDownLatch delivered = new CountDownLatch(1);

    LoopbackProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts the connection on which the client next sends a text. */
    void cut(Cut cut, String text) {
        armed.set(new Armed(cut, text));
    }

    /** Waits until the connection was cut and a late text has reached the server. */
    void awaitDelivery() throws InterruptedException {
        if (!delivered.await(MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no connection was cut");
        }
    }

    /** A part of the proxy that ends with its sockets. */
    @FunctionalInterface
    private interface Part {
        void run() throws Exception;
    }

    private static void start(Part part) {
        Thread thread = new Thread(
                () -> {
                    try {
                        part.run();
                    } catch (Exception e) {
                        // The sockets are closed.
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            start(link::toServer);
            start(link::toClient);
        }
    }

    /** A connection of the client, and that to the server. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean losesReply;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void close() throws IOException {
            client.close();
            server.close();
        }

        void toServer() throws Exception {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                Armed fault = armed.get();
                boolean matches = fault != null && new String(buffer, 0, length, UTF_8).contains(fault.text());
                if (matches && armed.compareAndSet(fault, null)) {
                    cut(fault.cut(), Arrays.copyOf(buffer, length));
                    return;
                }
                out.write(buffer, 0, length);
            }
            close();
        }

        private void cut(Cut cut, byte[] sent) throws Exception {
            switch (cut) {
                case NOT_FORWARDED -> close();
                case REPLY_LOST -> {
                    losesReply = true;
                    server.getOutputStream().write(sent);
                }
                case FORWARDED_LATE -> {
                    client.close();
                    Thread.sleep(LATE_MILLIS);
                    server.getOutputStream().write(sent);
                    Thread.sleep(LATE_MILLIS); // the server executes it before it reads the end of the connection
                    server.close();
                }
            }
            delivered.countDown();
        }

        void toClient() throws IOException {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int length = in.read(buffer);
            while (length >= 0 && !losesReply) {
                out.write(buffer, 0, length);
                length = in.read(buffer);
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Link link : links) {
            link.close();
        }
    }
}
