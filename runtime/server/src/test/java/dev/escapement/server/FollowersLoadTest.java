package dev.escapement.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests 1,000 clients that follow 1,000 threads of a server in a JVM with 512 MB. */
@Tag("load")
class FollowersLoadTest {
    private static final int CLIENTS = 1_000;
    private static final long MAX_KILOBYTES = 512 * 1_024;
    private static final long LIMIT = Duration.ofSeconds(60).toNanos();
    private static final Pattern SENT = Pattern.compile("sent (\\d+) ");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    @Test
    void thousandClientsFollowThousandThreads() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadedServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<SocketChannel> clients = new ArrayList<>();
        try (BufferedReader output = process.inputReader();
                Writer input = process.outputWriter();
                Selector selector = Selector.open()) {
            int port = Integer.parseInt(output.readLine());
            long begun = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(follow(selector, port, i));
            }
            report("connected after ms", (System.nanoTime() - begun) / 1_000_000);
            assertEquals(CLIENTS, received(selector, "\"position\":0").size(), "first events");
            report("first events after ms", (System.nanoTime() - begun) / 1_000_000);
            command(input, output, "notified");
            report("notified", received(selector, "\"position\":1"));
            command(input, output, "polled");
            report("polled", received(selector, "\"position\":2"));
            long heap = Long.parseLong(command(input, output, "heap"));
            String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
            long resident = Long.parseLong(group(RESIDENT, status));
            report("resident kB", resident);
            report("CPU ms", process.info().totalCpuDuration().orElseThrow().toMillis());
            report("used heap kB", heap / 1_024);
            report("operating system threads", Long.parseLong(group(THREADS, status)));
            assertTrue(resident < MAX_KILOBYTES, "resident kB: " + resident);
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
            process.destroy();
        }
    }

    private static String command(Writer input, BufferedReader output, String line) throws IOException {
        input.write(line + "\n");
        input.flush();
        return output.readLine();
    }

    private static SocketChannel follow(Selector selector, int port, int number) throws IOException {
        SocketChannel client = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        String request = "GET /api/threads/t" + number + "/follow HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
        client.write(StandardCharsets.US_ASCII.encode(request));
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, new StringBuilder());
        return client;
    }

    /** Waits until each client has received a text, and returns the latencies in milliseconds. */
    private List<Long> received(Selector selector, String text) throws IOException {
        List<Long> latencies = new ArrayList<>();
        long deadline = System.nanoTime() + LIMIT;
        while (latencies.size() < CLIENTS && System.nanoTime() - deadline < 0) {
            selector.select(1_000);
            for (SelectionKey key : selector.selectedKeys()) {
                StringBuilder content = (StringBuilder) key.attachment();
                buffer.clear();
                if (((SocketChannel) key.channel()).read(buffer) < 0) {
                    key.cancel();
                }
                content.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                int found = content.indexOf(text);
                if (found >= 0 && content.indexOf("\n\n", found) > 0) {
                    Matcher sent = SENT.matcher(content.substring(found));
                    latencies.add(sent.find() ? System.currentTimeMillis() - Long.parseLong(sent.group(1)) : 0);
                    content.setLength(0);
                }
            }
            selector.selectedKeys().clear();
        }
        return latencies;
    }

    private static void report(String name, List<Long> latencies) {
        assertEquals(CLIENTS, latencies.size(), name);
        Collections.sort(latencies);
        System.out.printf(
                "%s: latency ms p50 %d, p99 %d, max %d%n",
                name, latencies.get(CLIENTS / 2), latencies.get(CLIENTS * 99 / 100), latencies.get(CLIENTS - 1));
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
