package dev.escapement.restate.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A child process that ends with this JVM at the latest, also if this JVM is killed. Its methods may be called by any Java
 * thread.
 */
final class OwnedProcess {

    private static final long EXIT_SECONDS = 60;
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Process process;
    private final Thread killer = new Thread(this::signalKill, "killer");

    private OwnedProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(killer);
        process.onExit().thenRun(this::forget);
    }

    /**
     * Starts a process.
     *
     * @param builder the command and the redirections; its command is replaced if the system can bind the process to this
     *     JVM
     */
    static OwnedProcess start(ProcessBuilder builder) throws IOException {
        if (Files.isExecutable(SETPRIV)) {
            List<String> command = new ArrayList<>(List.of(SETPRIV.toString(), "--pdeathsig", "KILL", "--"));
            command.addAll(builder.command());
            builder.command(command);
        }
        CompletableFuture<Process> started = new CompletableFuture<>();
        // Linux sends the signal at the end of the Java thread that started the process, so the Java thread lives as
        // long.
        Thread parent = new Thread(() -> run(builder, started), "parent of a process");
        parent.setDaemon(true);
        parent.start();
        try {
            return new OwnedProcess(started.join());
        } catch (CompletionException e) {
            throw new IOException("The process could not be started.", e.getCause());
        }
    }

    private static void run(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            started.complete(process);
            process.onExit().join();
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // This JVM ends.
        }
    }

    Process process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process with SIGKILL and waits for its end. Has no effect if it has ended. */
    void kill() {
        signalKill();
        process.onExit().orTimeout(EXIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Sends SIGTERM, and SIGKILL if the process does not end within a limit. Waits for its end. */
    void stop(long seconds) {
        process.toHandle().destroy();
        process.onExit().completeOnTimeout(process, seconds, TimeUnit.SECONDS).join();
        kill();
    }

    private void signalKill() {
        process.toHandle().destroyForcibly(); // unlike the method of the process, does not close its output
    }
}
