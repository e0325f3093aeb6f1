package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another process with a store of the same directory. It executes commands from its input, one per line, and prints
 * one line for each. It ends at the end of the input.
 */
final class OtherProcess implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process with a store of a directory. */
    static OtherProcess in(Path directory) throws IOException {
        return start(List.of(), directory);
    }

    /** Starts a process with a limit on the length of files, which simulates a full disk. Requires a POSIX shell. */
    static OtherProcess withFilesUpTo(int halfKilobytes, Path directory) throws IOException {
        return start(List.of("/bin/sh", "-c", "ulimit -f " + halfKilobytes + "; exec \"$0\" \"$@\""), directory);
    }

    /** Starts a process with a file mode creation mask. Requires a POSIX shell. */
    static OtherProcess withUmask(String umask, Path directory) throws IOException {
        return start(List.of("/bin/sh", "-c", "umask " + umask + "; exec \"$0\" \"$@\""), directory);
    }

    /** Starts a process to which permissions apply even if this process has the privilege to ignore them. */
    static OtherProcess withoutPrivileges(Path directory) throws IOException {
        String capabilities = "-dac_override,-dac_read_search";
        return start(List.of("setpriv", "--bounding-set=" + capabilities, "--inh-caps=" + capabilities), directory);
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

    /** Sends a command and waits for the answer. */
    String ask(String command) {
        tell(command);
        return answer();
    }

    /** Sends a command. */
    void tell(String command) {
        commands.println(command);
    }

    /** Returns the next answer. */
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

    /** Kills the process, as in a crash, and waits for its end. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets the process end normally, without releasing its leases. */
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

    /** Runs the other process. */
    public static void main(String[] arguments) throws IOException {
        FileThreadStore store = FileThreadStore.in(new File(arguments[0]).toPath());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Optional<ThreadStore.Lease> lease = Optional.empty();
        LockFile.Held held = null;
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case "lease" -> {
                    lease = store.lease(words[1], MINUTE);
                    System.out.println(lease.isPresent() ? "given" : "taken");
                }
                case "append-held" -> System.out.println(held(store, lease.orElseThrow(), words));
                case "claim" ->
                    System.out.println(store.claim(Set.of(words[1]), Integer.parseInt(words[2]), MINUTE).stream()
                            .map(claim -> claim.lease().threadId())
                            .collect(Collectors.joining(" ")));
                case "give-back" -> {
                    lease.orElseThrow().close();
                    System.out.println("done");
                }
                case "append-long" ->
                    System.out.println(result(() -> append(store, words[1], "x".repeat(Integer.parseInt(words[2])))));
                case "append-three" ->
                    System.out.println(result(() -> {
                        Event event = new Event.MessageReceived(Instant.EPOCH, "x".repeat(Integer.parseInt(words[2])));
                        store.append(Append.of(words[1], store.load(words[1], 0).size(), event, event, event));
                    }));
                case "try-claim" -> System.out.println(result(() -> store.claim(Set.of(words[1]), 1, MINUTE)));
                case "index" ->
                    System.out.println(store.threads(ThreadQuery.all()).entries().stream()
                            .map(entry -> entry.id() + " " + entry.size())
                            .toList());
                case "lock" -> {
                    held = LockFile.lock(Path.of(arguments[0], words[1]), Long.parseLong(words[2]));
                    System.out.println("held");
                }
                case "unlock" -> {
                    Objects.requireNonNull(held, "held").close();
                    System.out.println("free");
                }
                case "start" -> System.out.println(result(() -> start(store, words[1])));
                case "try-lease" -> System.out.println(result(() -> store.lease(words[1], MINUTE)));
                case "try-load" -> System.out.println(result(() -> store.load(words[1])));
                case "load" -> System.out.println(texts(store.load(words[1]).orElseThrow()));
                case "latest" ->
                    System.out.println(texts(store.latest(store.load(words[1]).orElseThrow())));
                case "ids" -> System.out.println(store.ids());
                case "append" -> appendAll(store, words[1], words[2], Integer.parseInt(words[3]));
                default -> throw new IllegalArgumentException(command);
            }
        }
        Runtime.getRuntime().halt(0); // skips even the actions of a normal end
    }

    /** Performs an operation and returns the reason of its failure, or {@code stored}. */
    private static String result(Runnable operation) {
        try {
            operation.run();
            return "stored";
        } catch (ThreadFileException e) {
            return "failed " + e.reason() + " " + e.file();
        }
    }

    private static String held(ThreadStore store, ThreadStore.Lease lease, String[] words) {
        try {
            Event event = new Event.MessageReceived(Instant.EPOCH, words[3]);
            store.append(Append.of(words[1], Integer.parseInt(words[2]), event).under(lease));
            return "stored";
        } catch (LeaseLostException e) {
            return "lost " + e.threadId();
        }
    }

    private static void start(ThreadStore store, String id) {
        store.append(Append.of(id, 0, new Event.Started(Instant.EPOCH, "Desk", Start.of("hello"), Budget.UNLIMITED)));
    }

    private static List<String> texts(AgentThread thread) {
        return thread.events().stream()
                .flatMap(event ->
                        event instanceof Event.MessageReceived received ? Stream.of(received.text()) : Stream.of())
                .toList();
    }

    /** Appends a number of events, concurrently with other writers, and prints a line for each. */
    private static void appendAll(ThreadStore store, String id, String name, int count) {
        for (int i = 0; i < count; i++) {
            append(store, id, name + "/" + i);
            System.out.println(i);
        }
    }

    /** Appends an event after those of other writers. */
    static void append(ThreadStore store, String id, String text) {
        Event event = new Event.MessageReceived(Instant.EPOCH, text);
        while (true) {
            try {
                store.append(Append.of(id, store.load(id).orElseThrow().events().size(), event));
                return;
            } catch (ConcurrentRunException late) {
                // Another writer was faster.
            }
        }
    }
}
