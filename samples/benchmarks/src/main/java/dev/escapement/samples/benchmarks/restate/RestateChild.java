package dev.escapement.samples.benchmarks.restate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        RestateChild child = launch(restate, name, steps, RemoteModel.Limits.NONE, ended);
        boolean registered = false;
        try {
            restate.register(child.address());
            registered = true;
            return child;
        } finally {
            if (!registered) {
                child.close();
            }
        }
    }

    /**
     * Starts a service, which the caller registers.
     *
     * @param name the name of the threads' object
     * @param steps the number of steps of a thread
     * @param limits the limits of the model
     * @param ended receives a permit at the end of each thread
     */
    static RestateChild launch(
            RestateInstance restate, String name, int steps, RemoteModel.Limits limits, Semaphore ended)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(RestateProcess.class.getName(), restate.ingress().toString(), name));
        command.add(String.valueOf(steps));
        command.addAll(limits.arguments());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        RestateChild child = new RestateChild(process, ended);
        boolean started = false;
        try {
            int unused = child.port.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            started = true;
            return child;
        } finally {
            if (!started) {
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

    int port() {
        return port.join();
    }

    URI address() {
        return RestateInstance.loopback(port());
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }
}
