package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program with its web inbox in a process of its own, and a browser session with it. */
final class ServedBot implements AutoCloseable {

    /** The name of the account at this computer, which the inbox shows. */
    private static final String PERSON = "alice";

    private static final long SECONDS = 60;
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(50);

    private final Process process;
    private final URI link;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";
    private String antiForgeryToken = "";

    private ServedBot(Process process, URI link) {
        this.process = process;
        this.link = link;
    }

    /** Starts the program, and returns when it has printed its link. */
    static ServedBot start(Path directory, int port, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
        Process process = process(directory, arguments.toArray(String[]::new));
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Open http://127.0.0.1:")) {
                drain(output);
                return new ServedBot(process, URI.create(line.substring("Open ".length())));
            }
            printed.append(line).append('\n');
        }
        return fail("The program ended without a link: " + printed);
    }

    /** Starts the program with some arguments. */
    static Process process(Path directory, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.name=" + PERSON,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--dir",
                directory.toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true).start();
    }

    /** Reads the rest of the output, so that the program does not block. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns the link that the program has printed. */
    URI link() {
        return link;
    }

    int port() {
        return link.getPort();
    }

    /** Exchanges the token of the link for a session. */
    HttpResponse<String> signIn() throws Exception {
        String token = link.getFragment().substring("t=".length());
        HttpResponse<String> response = post("api/session", "{\"token\":\"" + token + "\"}");
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
        if (response.statusCode() == 200) {
            antiForgeryToken = property(response.body(), "antiForgeryToken");
        }
        return response;
    }

    /** Continues the session of an earlier process on the same port. */
    void continueSession(ServedBot earlier) {
        cookie = earlier.cookie;
        antiForgeryToken = earlier.antiForgeryToken;
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(link.resolve("/" + path));
        if (!antiForgeryToken.isEmpty()) {
            request.header("Cookie", cookie).header("Escapement-Anti-Forgery", antiForgeryToken);
        }
        return request;
    }

    /** Records a decision about the only open question of a kind, which contains the ids that the question shows. */
    void decide(String kind, String type, String more) throws Exception {
        String question = await("api/questions", "\"kind\":\"" + kind + "\"");
        String json = "{\"type\":\"" + type + "\",\"callId\":\"" + property(question, "callId")
                + "\",\"argumentsSha256\":\"" + property(question, "argumentsSha256") + "\"" + more + "}";
        HttpResponse<String> response = post("api/threads/" + property(question, "threadId") + "/decisions", json);
        assertEquals(200, response.statusCode(), response::body);
    }

    /** Reads a path until its content contains a text. */
    String await(String path, String expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String last = "";
        while (System.nanoTime() - deadline < 0) {
            last = get(path).body();
            if (last.contains(expected)) {
                return last;
            }
            LockSupport.parkNanos(POLL);
        }
        return fail("Expected " + expected + " within " + SECONDS + " s, but the content of " + path + " is " + last);
    }

    private static String property(String json, String name) {
        Matcher property = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return property.find() ? property.group(1) : fail("The property " + name + " is absent: " + json);
    }

    /** Ends the program as a terminal does, and waits for its end. */
    @Override
    public void close() {
        stop();
    }

    /** Ends the program. */
    void stop() {
        process.toHandle().destroy(); // process.destroy() would also close the output that is being read
        boolean ended = false;
        try {
            ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!ended) {
            process.destroyForcibly();
            fail("The program did not end within " + SECONDS + " s.");
        }
    }
}
