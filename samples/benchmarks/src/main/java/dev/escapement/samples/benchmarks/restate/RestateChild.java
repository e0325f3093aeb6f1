package dev.escapement.samples.benchmarks.restate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A JVM that runs {@link RestateProcess} with the whole class path of this JVM. */
final class RestateChild implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final Semaphore ended;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private RestateChild(Process process, Semaphore ended) {
        this.process = process;
        this.ended = ended;
        Thread reader = new Thread(this::read, "output of a service");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a service and registers it.
     *
     * @param name the name of the threads' object
     * @param steps the number of steps of a thread
     * @param ended receives a permit at the end of each thread
     */
    static RestateChild start(RestateInstance restate, String name, int steps, Semaphore ended) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestateProcess.class.getName(),
                        restate.ingress().toString(),
                        name,
                        String.valueOf(steps))
                .redirectErrorStream(true)
                .start();
        RestateChild child = new RestateChild(process, ended);
        boolean registered = false;
        try {
            restate.register(RestateInstance.loopback(child.port.get(LIMIT_SECONDS, TimeUnit.SECONDS)));
            registered = true;
            return child;
        } finally {
            if (!registered) {
                child.close();
            }
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            StringBuilder others = new StringBuilder(); // of log4j-api, and of an error
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(RestateProcess.ENDED)) {
                    ended.release();
                } else if (line.startsWith(RestateProcess.PORT)) {
                    port.complete(Integer.valueOf(line.substring(RestateProcess.PORT.length())));
                } else if (!port.isDone()) {
                    others.append('\n').append(line);
                }
            }
            port.completeExceptionally(new IOException("The service ended before it had a port:" + others));
        } catch (IOException | NumberFormatException e) {
            port.completeExceptionally(e);
        }
    }

    URI address() {
        return RestateInstance.loopback(port.join());
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
