package dev.escapement.restate.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One process of Restate's server, with a directory and ports of its own on the loopback interface. Its methods may be
 * called by any Java thread.
 */
final class RestateNode {

    private static final int LOG_LINES = 40;

    private final Path directory;
    private final int fabric = LoopbackPorts.next();
    private final URI ingress = loopback(LoopbackPorts.next());
    private final URI admin = loopback(LoopbackPorts.next());
    private final Map<String, String> settings = new LinkedHashMap<>();
    private volatile RestateAdmin client = new RestateAdmin(admin, ingress);
    private final Thread remover = new Thread(this::delete, "remover of a node");
    private Optional<OwnedProcess> process = Optional.empty();

    /** Creates a node with a new directory, which does not run. */
    RestateNode(String name) throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "restate-data").toAbsolutePath());
        this.directory = Files.createTempDirectory(parent, name + "-");
        Runtime.getRuntime().addShutdownHook(remover);
        settings.put("node-name", text(name));
        settings.put("cluster-name", text(directory.getFileName().toString()));
        settings.put("base-dir", text(directory.resolve("data").toString()));
        settings.put("listen-mode", text("tcp"));
        settings.put("bind-address", text("127.0.0.1:" + fabric));
        settings.put("advertised-address", text(address()));
        settings.put("ingress.bind-address", text(ingress.getAuthority()));
        settings.put("admin.bind-address", text(admin.getAuthority()));
        settings.put("admin.disable-web-ui", "true");
        settings.put("disable-telemetry", "true");
        settings.put("log-format", text("compact"));
        settings.put("log-disable-ansi-codes", "true");
        settings.put("default-num-partitions", "4");
        settings.put("rocksdb-total-memory-size", text("128.0 MiB"));
        // Written data survives the end of the process without it; only the end of the machine would lose it.
        settings.put("log-server.rocksdb-disable-wal-fsync", "true");
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Sets settings: dotted keys of the configuration file and TOML values. */
    void configure(Map<String, String> changes) {
        settings.putAll(changes);
    }

    /** Returns the address for other nodes. */
    String address() {
        return loopback(fabric).toString();
    }

    URI ingress() {
        return ingress;
    }

    URI admin() {
        return admin;
    }

    RestateAdmin client() {
        return client;
    }

    synchronized boolean isRunning() {
        return process.filter(OwnedProcess::isAlive).isPresent();
    }

    /** Starts the process, and does not wait for it. Has no effect if it runs. */
    synchronized void start() throws IOException {
        if (isRunning()) {
            return;
        }
        Path executable = RestateInstallation.executable()
                .orElseThrow(() -> new IllegalStateException(
                        "The server of Restate is missing. Call RestateInstallation.require() before the test."));
        Path configuration = directory.resolve("restate.toml");
        Files.writeString(
                configuration,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        ProcessBuilder builder = new ProcessBuilder(
                        executable.toString(), "--no-logo", "--config-file", configuration.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("RESTATE_") || name.equals("RUST_LOG"));
        client = new RestateAdmin(admin, ingress);
        process = Optional.of(OwnedProcess.start(builder));
    }

    /**
     * Waits until the node is ready for requests.
     *
     * @param members the number of nodes of the cluster
     * @throws IllegalStateException if the process ends or is not ready within the limit
     */
    void awaitReady(int members, Duration limit) throws InterruptedException {
        Polling.until(
                limit,
                () -> {
                    if (!isRunning()) {
                        throw new IllegalStateException("The server of Restate ended. Read its log: " + logEnd());
                    }
                    return client.isReady(members);
                },
                () -> "The server of Restate is not ready. Read its log: " + logEnd());
    }

    /** Kills the process with SIGKILL and waits for its end. */
    synchronized void kill() {
        process.ifPresent(OwnedProcess::kill);
        process = Optional.empty();
    }

    /** Kills the process and deletes the directory. */
    void remove() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(remover);
        } catch (IllegalStateException e) {
            // This JVM ends.
        }
    }

    private void delete() {
        kill();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (NoSuchFileException e) {
            // It was deleted before.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return directory.resolve("log");
    }

    /** Returns the log of all runs. */
    List<String> log() {
        try {
            return new String(Files.readAllBytes(logFile()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logEnd() {
        List<String> lines = log();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
