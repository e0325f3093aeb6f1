package dev.escapement.samples.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.samples.benchmarks.ClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A child JVM, started with the Escapement runtime only. A Java thread reads its lines until its end. */
final class ChildProcess implements AutoCloseable {

    private static final Pattern ENTRIES = Pattern.compile("/benchmarks/target/|" + ClassPath.ESCAPEMENT_RUNTIME);
    private static final List<String> OPTIONS = List.of(
            "-Xshare:auto", "-Xms16m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private final Process process;
    private final CompletableFuture<Void> lastLine;
    private final PrintStream input;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch inside = new CountDownLatch(1);

    private ChildProcess(Process process, Consumer<String> lines) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, UTF_8);
        this.lastLine = CompletableFuture.runAsync(() -> read(lines), task -> new Thread(task, "lines").start());
    }

    /**
     * Starts a process.
     *
     * @param program the class with the main method
     * @param args the arguments of the program
     * @param lines the receiver of all lines except {@link Lines#READY} and {@link Lines#INSIDE}
     */
    static ChildProcess start(Class<?> program, List<String> args, Consumer<String> lines) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(ClassPath.select(ENTRIES));
        command.add(program.getName());
        command.addAll(args);
        return new ChildProcess(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                lines);
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                switch (line) {
                    case Lines.READY -> ready.countDown();
                    case Lines.INSIDE -> inside.countDown();
                    default -> lines.accept(line);
                }
            }
        } catch (IOException e) {
            lines.accept(Lines.FAILED + " - " + e);
        }
    }

    /** Waits until the child has started, and returns whether it has. */
    boolean awaitReady(long seconds) throws InterruptedException {
        return ready.await(seconds, TimeUnit.SECONDS);
    }

    /** Waits until the child is inside a step, and returns whether it is. */
    boolean awaitInside(long millis) throws InterruptedException {
        return inside.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a line to the child. */
    void send(String line) {
        input.println(line);
    }

    /** Kills the process with SIGKILL and waits until its last line was read. */
    void kill() {
        process.toHandle().destroyForcibly(); // unlike the method of the process, does not close its output
        process.onExit().join();
        lastLine.join();
    }

    @Override
    public void close() {
        kill();
        input.close();
    }
}
