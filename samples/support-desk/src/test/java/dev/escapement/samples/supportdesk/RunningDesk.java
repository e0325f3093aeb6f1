package dev.escapement.samples.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application in this process with a database in a directory, and the requests of people and of Slack to it. */
final class RunningDesk implements AutoCloseable {

    /** The name of the file with the database. */
    static final String DATABASE = "desk.db";

    static final String SECRET = "a-secret-for-the-tests";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
    private static final long SECONDS = 60;
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(50);

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningDesk(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningDesk start(Path directory) {
        return start(List.of(SupportDeskApplication.class), arguments(directory));
    }

    /** Starts the application, possibly with beans of a test, and with further arguments. */
    static RunningDesk start(List<Class<?>> beans, String... arguments) {
        SpringApplication application = new SpringApplication(beans.toArray(Class<?>[]::new));
        return new RunningDesk(application.run(arguments));
    }

    /** Returns the arguments of an application whose database is in a directory. */
    static String[] arguments(Path directory) {
        return arguments("--spring.datasource.url=jdbc:sqlite:" + directory.resolve(DATABASE));
    }

    /** Returns the arguments of an application in a test, including those for its database. */
    static String[] arguments(String... database) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--spring.main.banner-mode=off", "--support-desk.slack-signing-secret=" + SECRET));
        arguments.addAll(List.of(database));
        return arguments.toArray(String[]::new);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    URI home() {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/");
    }

    /** Returns the orders that have a refund in the application's table. */
    List<String> refundedOrders() {
        return context.getBean(JdbcClient.class)
                .sql("select order_id from refund")
                .query(String.class)
                .list();
    }

    /** Returns the response to a person; the name is also the password, and an empty one sends none. */
    HttpResponse<String> get(String person, String path) throws Exception {
        return send(request(person, path).GET());
    }

    HttpResponse<String> post(String person, String path, String json) throws Exception {
        return send(request(person, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String person, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home().resolve(path));
        if (!person.isEmpty()) {
            byte[] credentials = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Delivers a mention in Slack with a signature by a secret, and returns the status. */
    int deliver(String secret, String eventId, String text) throws Exception {
        String body =
                "{\"type\":\"event_callback\",\"event_id\":\"" + eventId + "\",\"event\":{\"type\":\"app_mention\","
                        + "\"user\":\"Carol\",\"channel\":\"#orders\",\"text\":\"" + text + "\",\"ts\":\"1\"}}";
        String time = Long.toString(System.currentTimeMillis() / 1000);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature =
                HexFormat.of().formatHex(mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(home().resolve("escapement/webhooks/help-desk/slack"))
                        .header("Content-Type", "application/json")
                        .header("X-Slack-Request-Timestamp", time)
                        .header("X-Slack-Signature", "v0=" + signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** Waits for the question about the refund of an order. */
    String question(String order) throws Exception {
        return await("escapement/api/questions?label=order:" + order, "\"kind\":\"APPROVAL\"");
    }

    /** Sends a decision about a question, with further properties. */
    HttpResponse<String> decide(String person, String question, String type, String more) throws Exception {
        String json = "{\"type\":\"" + type + "\",\"callId\":\"" + property(question, "callId")
                + "\",\"argumentsSha256\":\"" + property(question, "argumentsSha256") + "\"" + more + "}";
        return post(person, "escapement/api/threads/" + property(question, "threadId") + "/decisions", json);
    }

    /** Waits for a finished ticket whose events contain a text. */
    void awaitFinishedTicket(String text) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() - deadline < 0) {
            String tickets = get("alice", "escapement/api/threads?phase=FINISHED&agent=help-desk")
                    .body();
            for (MatchResult id : ID.matcher(tickets).results().toList()) {
                String events = get("alice", "escapement/api/threads/" + id.group(1) + "/events")
                        .body();
                if (events.contains(text)) {
                    return;
                }
            }
            LockSupport.parkNanos(POLL);
        }
        fail("Expected a finished ticket with the text " + text + " within " + SECONDS + " s.");
    }

    /** Reads a path as the approver until its content contains a text. */
    String await(String path, String expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String last = "";
        while (System.nanoTime() - deadline < 0) {
            HttpResponse<String> response = get("alice", path);
            assertEquals(200, response.statusCode(), response::body);
            last = response.body();
            if (last.contains(expected)) {
                return last;
            }
            LockSupport.parkNanos(POLL);
        }
        return fail("Expected " + expected + " within " + SECONDS + " s, but the content of " + path + " is " + last);
    }

    /** Returns the first value of a property with a text. */
    static String property(String json, String name) {
        Matcher property = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return property.find() ? property.group(1) : fail("The property " + name + " is absent: " + json);
    }

    @Override
    public void close() {
        context.close();
    }
}
