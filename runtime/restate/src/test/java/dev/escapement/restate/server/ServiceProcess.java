package dev.escapement.restate.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A small JVM that runs a main class with the class path of this JVM. It ends with this JVM at the latest. Its methods may
 * be called by any Java thread.
 *
 * <pre>{@code
 * try (ServiceProcess service = ServiceProcess.start(Service.class, Map.of(), List.of("--port=0"), "READY ")) {
 *     int port = Integer.parseInt(service.readyText());
 *     service.kill();
 * }
 * }</pre>
 */
public final class ServiceProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 10;
    private static final List<String> OPTIONS =
            List.of("-Xshare:auto", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private final OwnedProcess process;
    private final String readyPrefix;
    private final Thread reader = new Thread(this::read, "output of a service");
    private final Object monitor = new Object();
    private final List<String> output = new ArrayList<>();
    private boolean ended;

    private ServiceProcess(OwnedProcess process, String readyPrefix) {
        this.process = process;
        this.readyPrefix = readyPrefix;
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param main the class with the main method
     * @param properties the system properties
     * @param arguments the arguments of the main method
     * @param readyPrefix the beginning of the line of output that the program prints when it is ready
     * @throws IllegalStateException if the process ends or is not ready within {@link Polling#LIMIT}
     */
    public static ServiceProcess start(
            Class<?> main, Map<String, String> properties, List<String> arguments, String readyPrefix)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ServiceProcess service = new ServiceProcess(
                OwnedProcess.start(new ProcessBuilder(command).redirectErrorStream(true)), readyPrefix);
        boolean ready = false;
        try {
            service.readyText();
            ready = true;
            return service;
        } finally {
            if (!ready) {
                service.close();
            }
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.process().getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (monitor) {
                    output.add(line);
                    monitor.notifyAll();
                }
            }
        } catch (IOException e) {
            // The process was killed.
        } finally {
            synchronized (monitor) {
                ended = true;
                monitor.notifyAll();
            }
        }
    }

    /** Returns the text that follows the prefix in the line that marks readiness, such as a port. */
    public String readyText() throws InterruptedException {
        return awaitLine(line -> line.startsWith(readyPrefix), Polling.LIMIT).substring(readyPrefix.length());
    }

    /**
     * Waits for a line of output, and returns the first one that matches. Earlier lines count too.
     *
     * @throws IllegalStateException if the output ends or contains no such line within the limit
     */
    public String awaitLine(Predicate<String> match, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        synchronized (monitor) {
            int read = 0;
            while (true) {
                Optional<String> line = output.stream().skip(read).filter(match).findFirst();
                if (line.isPresent()) {
                    return line.get();
                }
                read = output.size();
                long left = end - System.nanoTime();
                if (ended || left <= 0) {
                    throw new IllegalStateException("The process " + (ended ? "ended" : "continued")
                            + " without the expected line of output. Read its output:\n"
                            + String.join("\n", output));
                }
                TimeUnit.NANOSECONDS.timedWait(monitor, left);
            }
        }
    }

    /** Returns the lines of standard output and standard error so far; all of them after the end of the process. */
    public List<String> output() {
        synchronized (monitor) {
            return List.copyOf(output);
        }
    }

    /** Returns the id of the process. */
    public long pid() {
        return process.process().pid();
    }

    /** Returns whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process with SIGKILL, waits for its end and reads its last output. */
    public void kill() throws InterruptedException {
        process.kill();
        joinReader();
    }

    /** Ends the process with SIGTERM, or with SIGKILL after 10 s, waits for its end and reads its last output. */
    public void stop() throws InterruptedException {
        process.stop(STOP_SECONDS);
        joinReader();
    }

    private void joinReader() throws InterruptedException {
        TimeUnit.SECONDS.timedJoin(reader, STOP_SECONDS);
    }

    /** Kills the process with SIGKILL and waits for its end. */
    @Override
    public void close() {
        process.kill();
    }
}
