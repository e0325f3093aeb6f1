package dev.escapement.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A pgbouncer in transaction mode on the loopback interface, in front of a PostgreSQL server. */
final class PgBouncer implements AutoCloseable {

    private static final int START_SECONDS = 60;

    /** The minor version of release 1 that introduced prepared statements. */
    private static final int FIRST_WITH_STATEMENTS = 21;

    /** Fewer connections to a database than the tests use at the same time. */
    private static final int SERVER_CONNECTIONS = 4;

    private final Path folder;
    private final int port;
    private final Process process;

    private PgBouncer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Returns the program of Debian's package, else that of the path. */
    static Optional<Path> program() {
        Stream<String> path =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(text -> !text.isEmpty());
        return Stream.concat(Stream.of("/usr/sbin"), path)
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static PgBouncer start(Path program, PostgresServer server) throws Exception {
        Path folder = Files.createTempDirectory("escapement-pgbouncer");
        int port = PostgresServer.freePort();
        Path settings = Files.writeString(folder.resolve("settings"), settings(program, server.port(), port));
        if (PostgresServer.isRoot()) {
            PostgresServer.run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(PostgresServer.command(program, settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        PgBouncer bouncer = new PgBouncer(folder, port, started(builder));
        bouncer.awaitConnection();
        return bouncer;
    }

    private static String settings(Path program, int serverPort, int port) throws IOException {
        return """
                [databases]
                * = host=127.0.0.1 port=%d user=esc
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = %d
                """.formatted(serverPort, port, SERVER_CONNECTIONS)
                + (supportsStatements(program) ? "max_prepared_statements = 0\n" : "");
    }

    /** Returns whether the program has a setting for prepared statements, which earlier releases than 1.21 do not support. */
    private static boolean supportsStatements(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("PgBouncer 1\\.(\\d+)").matcher(version);
        return !matcher.find() || Integer.parseInt(matcher.group(1)) >= FIRST_WITH_STATEMENTS;
    }

    /** Starts the program on a Java thread that lives as long as the program, because its end would stop it. */
    private static Process started(ProcessBuilder builder) throws Exception {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread parent = new Thread(
                () -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException | InterruptedException e) {
                        started.completeExceptionally(e);
                    }
                },
                "pgbouncer");
        parent.setDaemon(true);
        parent.start();
        return started.get(START_SECONDS, TimeUnit.SECONDS);
    }

    private void awaitConnection() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!accepts()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("pgbouncer did not start: " + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(url("postgres", 0))) {
            return connection.isValid(START_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Returns the URL of a database through the pooler.
     *
     * @param prepareThreshold the number of executions after which the driver keeps a prepared statement; 0 for never
     */
    String url(String database, int prepareThreshold) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=esc&prepareThreshold="
                + prepareThreshold;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            PostgresServer.run(List.of("rm", "-rf", folder.toString()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
