package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.restate.common.Slice;
import dev.restate.common.Target;
import dev.restate.sdk.common.HandlerRequest;
import dev.restate.sdk.endpoint.definition.AsyncResult;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import dev.restate.sdk.endpoint.definition.HandlerDefinition;
import dev.restate.sdk.endpoint.definition.ServiceDefinition;
import io.opentelemetry.context.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Restate in memory, which executes one invocation at a time. It fails an attempt before a given new entry of the journals,
 * or loses the result of the entry, and then begins another attempt with another process. An operation that differs from the
 * journal is an error.
 */
final class InMemoryRestate {

    /** An entry of a journal. */
    private record Entry(String command, Object result) {}

    /** A request that waits. */
    private record Request(Target target, String json) {}

    /** The end of an attempt. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Supplier<ServiceDefinition> process;
    private ServiceDefinition definition;
    private final Map<String, Map<String, String>> objects = new HashMap<>();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Request> timers = new ArrayDeque<>();
    private final List<List<String>> journals = new ArrayList<>();
    private int entries;
    private int crashAt = -1;
    private int loseAt = -1;
    private int failures;
    private int reads;
    private IntConsumer beforeRead = read -> {};
    private Runnable afterChange = () -> {};

    /**
     * Creates a Restate.
     *
     * @param process returns the object as a new process defines it
     */
    InMemoryRestate(Supplier<ServiceDefinition> process) {
        this.process = process;
        this.definition = process.get();
    }

    /** Fails the attempt that is about to create an entry. */
    InMemoryRestate crashingAt(int entry) {
        crashAt = entry;
        return this;
    }

    /** Loses the result of an action. */
    InMemoryRestate losing(int entry) {
        loseAt = entry;
        return this;
    }

    /**
     * Sets an action that precedes each further read of the state, which reads the state when Restate performs it.
     *
     * @param action receives the number of reads since this call
     */
    void beforeReads(IntConsumer action) {
        reads = 0;
        beforeRead = action;
    }

    /** Sets an action that follows each further change of the state. */
    void afterChanges(Runnable action) {
        afterChange = action;
    }

    /** Returns the number of attempts that failed. */
    int failures() {
        return failures;
    }

    /** Returns the number of entries of all journals. */
    int entries() {
        return entries;
    }

    /** Returns the commands and results of the journals in the order in which the invocations ended. */
    List<List<String>> journals() {
        return journals;
    }

    /** Returns the keys of the objects that have been called. */
    Set<String> keys() {
        return objects.keySet();
    }

    /** Returns the state of an object. */
    Map<String, String> state(String key) {
        return objects.computeIfAbsent(key, absent -> new HashMap<>());
    }

    /** Adds an invocation that follows the next one and precedes those that it sends. */
    void enqueue(String key, String handler, String json) {
        requests.add(new Request(Target.virtualObject("Thread", key, handler), json));
    }

    /** Executes an invocation and all that follow from it at once. */
    String call(String key, String handler, String json) {
        String reply = invoke(Target.virtualObject("Thread", key, handler), json);
        while (!requests.isEmpty()) {
            Request next = requests.remove();
            String unused = invoke(next.target(), next.json());
        }
        return reply;
    }

    /** Executes the delayed invocations. Returns whether there was one. */
    boolean fireTimers() {
        Deque<Request> due = new ArrayDeque<>(timers);
        timers.clear();
        due.forEach(timer -> {
            String unused = call(timer.target().getKey(), timer.target().getHandler(), timer.json());
        });
        return !due.isEmpty();
    }

    private String invoke(Target target, String json) {
        List<Entry> journal = new ArrayList<>();
        while (true) {
            try {
                String reply = attempt(target, json, journal);
                journals.add(journal.stream()
                        .map(entry -> entry.command() + " " + entry.result())
                        .toList());
                return reply;
            } catch (CompletionException e) {
                if (!isCrash(e)) {
                    throw e;
                }
                failures++;
                definition = process.get();
            }
        }
    }

    private static boolean isCrash(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof Crash)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    @SuppressWarnings("unchecked")
    private String attempt(Target target, String json, List<Entry> journal) {
        HandlerDefinition<Slice, Slice> handler =
                (HandlerDefinition<Slice, Slice>) definition.getHandler(target.getHandler());
        Attempt attempt = new Attempt(target, json, journal);
        HandlerContext context = (HandlerContext) Proxy.newProxyInstance(
                InMemoryRestate.class.getClassLoader(),
                new Class<?>[] {HandlerContext.class},
                (proxy, method, args) -> attempt.operation(method, args));
        return ObjectJournal.text(handler.getRunner()
                .run(context, handler.getRequestSerde(), handler.getResponseSerde(), new AtomicReference<>())
                .join());
    }

    /** One attempt of an invocation. */
    private final class Attempt {

        private final Target target;
        private final String json;
        private final List<Entry> journal;
        private int position;

        Attempt(Target target, String json, List<Entry> journal) {
            this.target = target;
            this.json = json;
            this.journal = journal;
        }

        @SuppressWarnings("unchecked")
        Object operation(Method method, Object[] args) {
            Map<String, String> state = state(target.getKey());
            return switch (method.getName()) {
                case "objectKey" -> target.getKey();
                case "request" -> new HandlerRequest(() -> 0, Context.root(), Slice.wrap(json), Map.of());
                case "get" ->
                    result(entry("get " + args[0], () -> {
                                beforeRead.accept(reads++);
                                return Optional.ofNullable(state.get(args[0]));
                            }))
                            .thenApply(value -> ready(((Optional<String>) value).map(Slice::wrap)));
                case "getKeys" ->
                    result(entry("get keys", () -> List.copyOf(state.keySet()))).thenApply(keys -> ready(keys));
                case "set" -> {
                    String value = ObjectJournal.text((Slice) args[1]);
                    yield result(entry(
                                    "set " + args[0] + " " + value, () -> changed(state.put((String) args[0], value))))
                            .thenApply(unused -> null);
                }
                case "clear" ->
                    result(entry("clear " + args[0], () -> changed(state.remove(args[0]))))
                            .thenApply(unused -> null);
                case "clearAll" ->
                    result(entry("clear all", () -> {
                                state.clear();
                                return changed("");
                            }))
                            .thenApply(unused -> null);
                case "send" -> {
                    Request request = new Request((Target) args[0], ObjectJournal.text((Slice) args[1]));
                    Duration delay = (Duration) args[4];
                    yield result(entry("send " + request + delay, () -> {
                                (delay == null ? requests : timers).add(request);
                                return "";
                            }))
                            .thenApply(unused -> ready("id"));
                }
                case "call" -> {
                    Target callee = (Target) args[0];
                    String body = ObjectJournal.text((Slice) args[1]);
                    yield result(entry("call " + callee + body, () -> invoke(callee, body)))
                            .thenApply(reply ->
                                    new HandlerContext.CallResult(ready("id"), ready(Slice.wrap((String) reply))));
                }
                case "submitRun" ->
                    CompletableFuture.completedFuture(
                            run((String) args[0], (Consumer<HandlerContext.RunCompleter>) args[1]));
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private @Nullable Object changed(@Nullable Object before) {
            afterChange.run();
            return before;
        }

        private CompletableFuture<Object> result(Supplier<Object> entry) {
            try {
                return CompletableFuture.completedFuture(entry.get());
            } catch (Crash crash) {
                return CompletableFuture.failedFuture(crash);
            }
        }

        private Supplier<Object> entry(String command, Supplier<Object> effect) {
            return () -> {
                if (position == journal.size()) {
                    crashIf(crashAt);
                    entries++; // before the entries of a called handler
                    Object result = effect.get();
                    journal.add(new Entry(command, result == null ? "" : result));
                }
                return replayed(command);
            };
        }

        private Object replayed(String command) {
            Entry entry = journal.get(position);
            position++;
            assertEquals(entry.command(), command, "journal");
            return entry.result();
        }

        private void crashIf(int entry) {
            if (entry == entries) {
                crashAt = -1;
                loseAt = -1;
                throw new Crash();
            }
        }

        private AsyncResult<Slice> run(String name, Consumer<HandlerContext.RunCompleter> action) {
            CompletableFuture<Slice> result = new CompletableFuture<>();
            return polled(() -> {
                if (position < journal.size()) {
                    result.complete(Slice.wrap((String) replayed("run " + name)));
                    return result;
                }
                try {
                    crashIf(crashAt);
                } catch (Crash crash) {
                    result.completeExceptionally(crash);
                    return result;
                }
                action.accept((HandlerContext.RunCompleter) Proxy.newProxyInstance(
                        InMemoryRestate.class.getClassLoader(),
                        new Class<?>[] {HandlerContext.RunCompleter.class},
                        (proxy, method, args) -> {
                            propose(name, ObjectJournal.text((Slice) args[0]), result);
                            return null;
                        }));
                return result;
            });
        }

        private void propose(String name, String value, CompletableFuture<Slice> result) {
            try {
                crashIf(loseAt);
            } catch (Crash crash) {
                result.completeExceptionally(crash);
                return;
            }
            entries++;
            journal.add(new Entry("run " + name, value));
            position++;
            result.complete(Slice.wrap(value));
        }
    }

    private static <T> AsyncResult<T> ready(T value) {
        return polled(() -> CompletableFuture.completedFuture(value));
    }

    @SuppressWarnings("unchecked")
    private static <T> AsyncResult<T> polled(Supplier<CompletableFuture<T>> poll) {
        return (AsyncResult<T>) Proxy.newProxyInstance(
                InMemoryRestate.class.getClassLoader(), new Class<?>[] {AsyncResult.class}, (proxy, method, args) -> {
                    if (method.getName().equals("poll")) {
                        return poll.get();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
