package dev.escapement.frameworks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server with the protocol of OpenAI at the loopback address. It calls a tool, then the tool {@code close_case}. An order
 * number in the arguments is replaced by that of the request.
 */
final class StubProvider implements AutoCloseable {

    private static final Pattern ORDER = Pattern.compile("A-\\d{4}");

    private final HttpServer server;
    private final String tool;
    private final String arguments;

    private StubProvider(HttpServer server, String tool, String arguments) {
        this.server = server;
        this.tool = tool;
        this.arguments = arguments;
    }

    /** Starts a server whose model first calls a tool. */
    static StubProvider calling(String tool, String arguments) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubProvider stub = new StubProvider(server, tool, arguments);
            server.createContext("/", stub::reply);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the variables that point an application to this server. */
    Map<String, String> environment() {
        return Map.of(
                "OPENAI_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "OPENAI_API_KEY",
                "test");
    }

    private void reply(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isAnswered = request.contains("\"role\":\"tool\"");
        String call = isAnswered
                ? call("call_2", "close_case", "{\"summary\":\"The case is closed.\"}")
                : call("call_1", tool, ORDER.matcher(arguments).replaceAll(order(request)));
        byte[] body =
                ("{\"id\":\"reply-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-5-mini\",\"choices\":["
                                + "{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,"
                                + "\"tool_calls\":[" + call + "]}}],"
                                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}}")
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Returns the first order number of a request, or one of its own. */
    private static String order(String request) {
        Matcher order = ORDER.matcher(request);
        return order.find() ? order.group() : "A-1";
    }

    private static String call(String id, String name, String json) {
        return "{\"id\":\"" + id + "\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\""
                + json.replace("\"", "\\\"") + "\"}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
