package dev.escapement.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request from this computer to {@value #HOST}, which the filter accepts unless a test changes it. Immutable. */
public final class TestRequest {
    /** The permitted host after {@link AgentServer#addPort} with {@link #PORT}. */
    public static final String HOST = "127.0.0.1:8080";

    /** The port of the host. */
    public static final int PORT = 8080;

    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final String body;
    private final InetSocketAddress remote;

    private TestRequest(
            String method, String target, Map<String, List<String>> headers, String body, InetSocketAddress remote) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.remote = remote;
    }

    /** {@return a request with a method, and for POST with an empty JSON object} */
    public static TestRequest of(String method, String target) {
        return method.equals("POST") ? post(target, "{}") : plain(method, target, "");
    }

    /** {@return a request with the method GET} */
    public static TestRequest get(String target) {
        return plain("GET", target, "");
    }

    /** {@return a request with the method POST and a JSON body} */
    public static TestRequest post(String target, String json) {
        return plain("POST", target, json).header("content-type", "application/json");
    }

    private static TestRequest plain(String method, String target, String body) {
        InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
        return new TestRequest(method, target, Map.of("host", List.of(HOST)), body, local);
    }

    /** {@return this request with the values of a header, or without it} */
    public TestRequest header(String name, String... values) {
        Map<String, List<String>> changed = new TreeMap<>(headers);
        if (values.length == 0) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(values));
        }
        return new TestRequest(method, target, changed, body, remote);
    }

    /** {@return this request with another body} */
    public TestRequest body(String text) {
        return new TestRequest(method, target, headers, text, remote);
    }

    /** {@return this request from another computer} */
    public TestRequest from(String address) {
        return new TestRequest(method, target, headers, body, new InetSocketAddress(address, 50_000));
    }

    /** {@return the request over a connection without TLS} */
    public ServerRequest build() {
        return build(false);
    }

    /** {@return the request} */
    public ServerRequest build(boolean secure) {
        return new ServerRequest(method, target, headers, StandardCharsets.UTF_8.encode(body), remote, secure);
    }

    /** {@return the body of a complete response} */
    public static String text(ServerResponse response) {
        return StandardCharsets.UTF_8
                .decode(((ServerResponse.Complete) response).body())
                .toString();
    }
}
