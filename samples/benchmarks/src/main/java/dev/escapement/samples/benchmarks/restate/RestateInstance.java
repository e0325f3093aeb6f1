package dev.escapement.samples.benchmarks.restate;

import dev.escapement.samples.benchmarks.Directories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server of Restate. The property {@code benchmarks.restate} contains the path of its program, which runs with a new
 * directory until the end of the benchmark; or the addresses of the ingress and the admin API of a running server,
 * separated by a comma. A program synchronizes its log with the disk, as is Restate's default.
 */
final class RestateInstance implements AutoCloseable {

    static final String PROPERTY = "benchmarks.restate";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 20;

    private final URI ingress;
    private final URI admin;
    private final Optional<Process> process;
    private final Optional<Path> directory;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RestateInstance(URI ingress, URI admin, Optional<Process> process, Optional<Path> directory) {
        this.ingress = ingress;
        this.admin = admin;
        this.process = process;
        this.directory = directory;
    }

    static boolean isAvailable() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    /** Starts the server of the property, or connects to it. */
    static RestateInstance open() throws IOException, InterruptedException {
        String property = System.getProperty(PROPERTY, "");
        if (property.contains("://")) {
            String[] addresses = property.split(",", 2);
            return new RestateInstance(
                    URI.create(addresses[0]),
                    URI.create(addresses[addresses.length - 1]),
                    Optional.empty(),
                    Optional.empty());
        }
        return start(Path.of(property));
    }

    private static RestateInstance start(Path program) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("restate");
        int ingress = freePort();
        int admin = freePort();
        int fabric = freePort();
        Path configuration = Files.writeString(directory.resolve("restate.toml"), """
                node-name = "benchmark"
                cluster-name = "benchmark"
                base-dir = "%s"
                listen-mode = "tcp"
                bind-address = "127.0.0.1:%d"
                advertised-address = "http://127.0.0.1:%d/"
                ingress.bind-address = "127.0.0.1:%d"
                admin.bind-address = "127.0.0.1:%d"
                admin.disable-web-ui = true
                disable-telemetry = true
                default-num-partitions = 4
                rocksdb-total-memory-size = "256.0 MiB"
                log-server.rocksdb-disable-wal-fsync = false
                """.formatted(
                        directory.resolve("data"), fabric, fabric, ingress, admin));
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(), "--no-logo", "--config-file", configuration.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RESTATE_") || name.equals("RUST_LOG"));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        RestateInstance instance =
                new RestateInstance(loopback(ingress), loopback(admin), Optional.of(process), Optional.of(directory));
        boolean ready = false;
        try {
            instance.awaitReady();
            ready = true;
            return instance;
        } finally {
            if (!ready) {
                instance.close();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI ingress() {
        return ingress;
    }

    URI admin() {
        return admin;
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isReady()) {
            if (System.nanoTime() > end || !process.orElseThrow().isAlive()) {
                throw new IllegalStateException("The server of Restate did not start. Check " + PROPERTY + ".");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            String query = "{\"query\":\"SELECT count(*) AS n FROM sys_invocation\"}";
            return status(HttpRequest.newBuilder(admin.resolve("/health"))) == 200
                    && status(HttpRequest.newBuilder(ingress.resolve("/restate/health"))) == 200
                    && status(HttpRequest.newBuilder(admin.resolve("/query"))
                                    .header("Content-Type", "application/json")
                                    .header("Accept", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(query)))
                            == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Registers the services of an address. */
    void register(URI service) throws IOException, InterruptedException {
        int status = status(HttpRequest.newBuilder(admin.resolve("/deployments"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"uri\":\"" + service + "\",\"force\":true}")));
        requireSuccess(status, "register the service");
    }

    /** Sends a request to a handler of an object and waits for its reply. */
    void call(String service, String key, String handler, String json) throws IOException, InterruptedException {
        int status = status(HttpRequest.newBuilder(ingress.resolve("/" + service + "/" + key + "/" + handler))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        requireSuccess(status, "execute the handler " + handler);
    }

    private static void requireSuccess(int status, String action) {
        if (status >= 300) {
            throw new IllegalStateException("Restate did not " + action + "; it answered " + status + ".");
        }
    }

    @Override
    public void close() throws IOException {
        process.ifPresent(started -> {
            started.toHandle().destroyForcibly();
            started.onExit().join();
        });
        if (directory.isPresent()) {
            Directories.delete(directory.get());
        }
    }
}
