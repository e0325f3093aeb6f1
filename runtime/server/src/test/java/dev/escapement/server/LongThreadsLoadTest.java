package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests 200 clients that receive threads with 10,000 events, as many as the memory of the server's JVM could not hold at the same
 * time. {@code LongThreadsTest} counts the loads of a few clients.
 */
@Tag("load")
class LongThreadsLoadTest {
    private static final int CLIENTS = 200;

    /** Enough for the threads of 16 clients, about 4 MB for each, and too little for all. */
    private static final String HEAP = "-Xmx256m";

    private static final long MINUTES = 20;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    @TempDir
    Path directory;

    /** The ids of the events that a client receives, which must be 1, 2, and so on. */
    private static final class Ids implements Flow.Subscriber<String> {
        private final CompletableFuture<Integer> last = new CompletableFuture<>();
        private int received;
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!line.startsWith("id: ")) {
                return;
            }
            int id = Integer.parseInt(line.substring("id: ".length()));
            if (id != received + 1) {
                last.completeExceptionally(new AssertionError("The event " + id + " follows the event " + received));
            }
            received = id;
            if (id == LongThreadsServer.EVENTS) {
                last.complete(id);
                subscription.cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            last.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            last.complete(received);
        }
    }

    @Test
    void clientsReceiveLongThreadsInLittleMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongThreadsServer.class.getName(),
                        directory.resolve("threads.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String home = "http://127.0.0.1:" + Integer.parseInt(output.readLine()) + "/api/threads/t";
            long begun = System.nanoTime();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<Ids> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Ids ids = new Ids();
                all.add(ids);
                URI follow = URI.create(home + i % LongThreadsServer.THREADS + "/follow");
                CompletableFuture<HttpResponse<Void>> unused = client.sendAsync(
                                HttpRequest.newBuilder(follow).build(),
                                HttpResponse.BodyHandlers.fromLineSubscriber(ids))
                        .whenComplete((response, failure) -> {
                            if (failure != null) {
                                ids.last.completeExceptionally(failure);
                            }
                        });
            }
            for (Ids ids : all) {
                assertEquals(LongThreadsServer.EVENTS, ids.last.get(MINUTES, TimeUnit.MINUTES));
            }
            report("all events after ms", (System.nanoTime() - begun) / 1_000_000);
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
            report("peak resident kB", Long.parseLong(group(PEAK, status)));
            report("operating system threads", Long.parseLong(group(THREADS, status)));
            Duration cpu = process.info().totalCpuDuration().orElseThrow();
            report("CPU ms, also for storing the threads", cpu.toMillis());
            assertTrue(process.isAlive());
        } finally {
            process.destroy();
        }
    }

    private static void report(String name, long value) {
        System.out.println(name + ": " + value);
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }
}
