package dev.escapement.http.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A server that follows a script byte by byte: one play for each request, one request for each connection. */
final class LoopbackServer implements AutoCloseable {

    /** The response to one request. The connection is closed afterwards. */
    @FunctionalInterface
    interface Play {
        void perform(Socket client, OutputStream out) throws IOException;

        default Play then(Play next) {
            return (client, out) -> {
                perform(client, out);
                next.perform(client, out);
            };
        }
    }

    /** A request as it arrived. Names of headers in lower case. */
    record Request(String line, Map<String, String> headers, String body) {}

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Deque<Play> plays = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<Socket> clients = new ArrayList<>();

    private LoopbackServer() throws IOException {}

    static LoopbackServer playing(Play... plays) {
        try {
            LoopbackServer started = new LoopbackServer();
            started.plays.addAll(List.of(plays));
            daemon(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1/chat");
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    static Play raw(String bytes) {
        return (client, out) -> {
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            out.flush();
        };
    }

    static Play head(int status, String... headers) {
        return raw("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "\r\n");
    }

    static Play response(int status, String body, String... headers) {
        return head(status, headers).then(raw(body));
    }

    static Play json(String body) {
        return response(200, body, "Content-Type: application/json");
    }

    static Play events(String... data) {
        return response(200, "data: " + String.join("\n\ndata: ", data) + "\n\n", "Content-Type: text/event-stream");
    }

    /** Waits until the client closes the connection, or resets it with unread data. */
    static Play silence() {
        return (client, out) -> {
            try {
                int unused = client.getInputStream().read();
            } catch (SocketException reset) {
                // gone as well
            }
        };
    }

    /** Waits for one more request on the same connection. */
    static Play nextRequest() {
        return (client, out) -> {
            Request unused = read(client.getInputStream());
        };
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                synchronized (this) {
                    clients.add(client);
                }
                daemon(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = read(new BufferedInputStream(client.getInputStream()));
            Play play;
            synchronized (this) {
                requests.add(request);
                play = plays.isEmpty() ? response(418, "the script has ended") : plays.remove();
            }
            play.perform(client, client.getOutputStream());
        } catch (IOException gone) {
            // the client has left, or the test has ended
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(lines[0], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "loopback server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void close() {
        try {
            server.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
