package dev.escapement.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A PostgreSQL server on the loopback interface, in a temporary folder. */
public final class PostgresServer implements AutoCloseable {

    private static final int START_SECONDS = 60;

    /** The range of ports, below those that Linux and the tests of Restate use for others. */
    private static final int FIRST_PORT = 10_000;

    private static final int LAST_PORT = 20_000;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path bin;
    private final Path folder;
    private final int port;
    private final Thread stopper = new Thread(this::kill);
    private final AtomicReference<Process> process = new AtomicReference<>();

    private PostgresServer(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Returns the folder of the programs: that of a variable, else the newest of Debian's package, else of the path. */
    static Optional<Path> programs() {
        Stream<Path> named = Stream.ofNullable(System.getenv("POSTGRES_BIN"))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
        return Stream.of(named, debian().stream(), path)
                .flatMap(folders -> folders)
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static List<Path> debian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.sorted(Comparator.comparing((Path folder) ->
                                    folder.getFileName().toString().length())
                            .thenComparing(Path::getFileName)
                            .reversed())
                    .map(folder -> folder.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PostgresServer start(Path bin) throws Exception {
        Path folder = Files.createTempDirectory("escapement-postgresql");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        PostgresServer server = new PostgresServer(bin, folder, freePort());
        Runtime.getRuntime().addShutdownHook(server.stopper);
        run(server.command(
                "initdb", "-D", server.data(), "-U", "esc", "-A", "trust", "--no-locale", "-E", "UTF8", "--no-sync"));
        server.start();
        return server;
    }

    /** Returns a free port that no process gets without a choice of its own: the port is unused while the server restarts. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Another process uses it: tries the next one.
            }
        }
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> command(String program, String... arguments) {
        return command(bin.resolve(program), arguments);
    }

    /** Returns a command line. The program refuses to run as root, and ends with the Java thread that started it. */
    static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("setpriv"));
        if (isRoot()) {
            command.addAll(List.of("--reuid=postgres", "--regid=postgres", "--init-groups"));
        }
        command.addAll(List.of("--pdeathsig", "QUIT", "--", program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
    }

    /** Starts the server and waits until it accepts connections. */
    public void start() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Thread parent = new Thread(() -> serve(started), "postgres");
        parent.setDaemon(true);
        parent.start();
        started.await();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!accepts()) {
            if (System.nanoTime() > end
                    || process.get() == null
                    || !process.get().isAlive()) {
                throw new IOException("PostgreSQL did not start: " + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(20);
        }
    }

    /** Runs the server. This Java thread lives as long as the server, because its end would stop it. */
    private void serve(CountDownLatch started) {
        try {
            process.set(new ProcessBuilder(command(
                            "postgres",
                            "-D",
                            data(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "fsync=off"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start());
            started.countDown();
            process.get().waitFor();
        } catch (IOException | InterruptedException e) {
            started.countDown();
        }
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Ends the server in the given way: QUIT, which aborts all transactions, or INT, which disconnects clients first. */
    public void stop(String signal) throws Exception {
        Process running = process.getAndSet(null);
        if (running != null) {
            run(List.of("kill", "-" + signal, Long.toString(running.pid())));
            running.waitFor();
        }
    }

    private void kill() {
        try {
            stop("QUIT");
            run(List.of("rm", "-rf", folder.toString()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopper);
        kill();
    }

    int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=esc";
    }

    /** Creates a database and returns its URL. */
    public String newDatabase() throws SQLException {
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }
}
