package dev.escapement.jdbc.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A child JVM that runs {@link WorkerProgram}. It is killed by {@link #close}, or at the end of this JVM. */
final class WorkerProcess implements AutoCloseable {

    private static final long MAX_SECONDS = 120;
    private static final List<String> OPTIONS =
            List.of("-Xshare:auto", "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

    private final Process process;
    private final PrintStream input;
    private final CompletableFuture<Void> lastLine;
    private final Thread killer = new Thread(this::destroy);
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final BlockingQueue<String> status = new ArrayBlockingQueue<>(10);

    private WorkerProcess(Process process, Consumer<String> events) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, UTF_8);
        Runtime.getRuntime().addShutdownHook(killer);
        this.lastLine = CompletableFuture.runAsync(() -> read(events), task -> new Thread(task, "lines").start());
    }

    /**
     * Starts a process.
     *
     * @param folder the folder of its temporary files and of its log
     * @param args the arguments of the program
     * @param events the receiver of the lines of events
     */
    static WorkerProcess start(Path folder, List<String> args, Consumer<String> events) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + folder); // SQLite's library
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(WorkerProgram.class.getName());
        command.addAll(args);
        File log = folder.resolve("log").toFile();
        return new WorkerProcess(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log))
                        .start(),
                events);
    }

    private void read(Consumer<String> events) {
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                switch (line) {
                    case ProcessLines.READY -> ready.countDown();
                    case ProcessLines.WAITING -> waiting.countDown();
                    default -> {
                        if (line.startsWith(ProcessLines.STATUS)) {
                            status.add(line);
                        } else {
                            events.accept(line);
                        }
                    }
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void awaitReady() throws InterruptedException {
        await(ready, "start");
    }

    /** Waits until the process is at its halt point. */
    void awaitWaiting() throws InterruptedException {
        await(waiting, "reach the halt point");
    }

    /** Returns whether the process is at its halt point. */
    boolean isWaiting() {
        return waiting.getCount() == 0;
    }

    private void await(CountDownLatch latch, String what) throws InterruptedException {
        if (!latch.await(MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process did not " + what);
        }
    }

    /** Continues the process at its halt point. */
    void proceed() {
        input.println(ProcessLines.CONTINUE);
    }

    /** Waits until no execution is running. */
    void awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
        do {
            input.println(ProcessLines.STATUS);
            String line = status.poll(MAX_SECONDS, TimeUnit.SECONDS);
            if (line != null && line.startsWith(ProcessLines.STATUS + " 0 ")) {
                return;
            }
            Thread.sleep(20);
        } while (System.nanoTime() < end);
        throw new IllegalStateException("executions of the process did not end");
    }

    /** Sends a signal, such as STOP or CONT. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("cannot send " + name);
        }
    }

    /** Kills the process with SIGKILL, and waits until its last line was read. */
    void kill() {
        destroy();
        process.onExit().join();
        lastLine.join();
    }

    private void destroy() {
        process.toHandle().destroyForcibly(); // unlike the method of the process, does not close its output
    }

    @Override
    public void close() {
        kill();
        input.close();
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The JVM ends.
        }
    }
}
