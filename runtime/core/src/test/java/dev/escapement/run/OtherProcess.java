package dev.escapement.run;

import dev.escapement.thread.Event;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Another process with a store of the same directory. It does what it reads, a line each, and answers each with a line;
 * it ends when there is nothing more to read.
 */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A process with a store of a directory. */
    static OtherProcess in(Path directory) throws IOException {
        return start(List.of(), directory);
    }

    /** A process that cannot make a file longer than this, as if the disk were full. Needs a POSIX shell. */
    static OtherProcess withFilesUpTo(int halfKilobytes, Path directory) throws IOException {
        return start(List.of("/bin/sh", "-c", "ulimit -f " + halfKilobytes + "; exec \"$0\" \"$@\""), directory);
    }

    private static OtherProcess start(List<String> wrapper, Path directory) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(OtherProcess.class.getName(), directory.toString()));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Has something done, and waits until it is. */
    String ask(String command) {
        tell(command);
        return answer();
    }

    /** Has something done. */
    void tell(String command) {
        commands.println(command);
    }

    /** The next answer. */
    String answer() {
        return CompletableFuture.supplyAsync(this::line)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private String line() {
        try {
            return Objects.requireNonNull(answers.readLine(), "the process has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a crash does, and waits until it is no more. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets the process end by itself: with the leases that it has. */
    void end() {
        commands.close();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
        commands.close();
    }

    /** What the other process runs. */
    public static void main(String[] arguments) throws IOException {
        FileThreadStore store = FileThreadStore.in(new File(arguments[0]).toPath());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<ThreadStore.Lease> lease = Optional.empty();
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case "lease" -> {
                    lease = store.lease(words[1]);
                    System.out.println(lease.isPresent() ? "given" : "taken");
                }
                case "give-back" -> {
                    lease.orElseThrow().close();
                    System.out.println("done");
                }
                case "append-long" -> {
                    try {
                        append(store, words[1], "x".repeat(Integer.parseInt(words[2])));
                        System.out.println("stored");
                    } catch (UncheckedIOException e) {
                        System.out.println("failed");
                    }
                }
                case "append" -> appendAll(store, words[1], words[2], Integer.parseInt(words[3]));
                default -> throw new IllegalArgumentException(command);
            }
        }
        Runtime.getRuntime().halt(0); // not even what would be done at a normal end
    }

    /** Appends so many events, however many others append too, and answers each of them. */
    private static void appendAll(ThreadStore store, String id, String name, int count) {
        for (int i = 0; i < count; i++) {
            append(store, id, name + "/" + i);
            System.out.println(i);
        }
    }

    /** Appends an event, whatever others append before. */
    static void append(ThreadStore store, String id, String text) {
        Event event = new Event.MessageReceived(Instant.EPOCH, text);
        while (true) {
            try {
                store.append(id, store.load(id).orElseThrow().events().size(), event);
                return;
            } catch (ConcurrentRunException late) {
                // Somebody else was faster.
            }
        }
    }
}
