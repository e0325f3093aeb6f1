package dev.escapement.openai.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/** Gives the same reply to whatever is posted, one connection after the other: nothing that could take time. */
final class StubServer implements AutoCloseable {

    private final ServerSocket socket;
    private final byte[] response;

    private StubServer(ServerSocket socket, String json) {
        this.socket = socket;
        byte[] body = json.getBytes(UTF_8);
        this.response = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length + "\r\n\r\n" + json)
                .getBytes(UTF_8);
    }

    static StubServer start(String json) throws IOException {
        StubServer server = new StubServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), json);
        Thread thread = new Thread(server::serve, "stub");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept();
                    OutputStream out = connection.getOutputStream()) {
                readRequest(new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1)));
                out.write(response);
            } catch (IOException e) {
                // The program that asked is gone, or all is over.
            }
        }
    }

    private static void readRequest(BufferedReader in) throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        in.skip(length);
    }
}
