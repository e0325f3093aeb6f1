package dev.escapement.restate;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.ObjectKey;
import dev.restate.common.Slice;
import dev.restate.common.Target;
import dev.restate.sdk.common.TerminalException;
import dev.restate.sdk.endpoint.definition.AsyncResult;
import dev.restate.sdk.endpoint.definition.HandlerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The journal of one attempt of an invocation, with operations that wait for their results. If Restate repeats the
 * invocation, operations return the results of earlier attempts. Used by one Java thread.
 *
 * <p>All methods throw {@link AttemptEndedException} if the attempt cannot continue, after which Restate begins another one,
 * and {@link TerminalException} if an operator cancelled the invocation.
 */
final class ObjectJournal {

    private final HandlerContext context;
    private final CompletableFuture<Void> ended;
    private final BooleanSupplier closing;

    /**
     * Creates the journal.
     *
     * @param context the byte-level interface of the SDK
     * @param ended completes exceptionally when Restate ends the attempt
     * @param closing returns whether the service closes
     */
    ObjectJournal(HandlerContext context, CompletableFuture<Void> ended, BooleanSupplier closing) {
        this.context = context;
        this.ended = ended;
        this.closing = closing;
    }

    /** Returns the key of the object. */
    String key() {
        return context.objectKey();
    }

    /**
     * Returns the id of the thread of the object.
     *
     * @throws TerminalException if the key is not that of a thread, so that Restate does not repeat the invocation
     */
    String threadId() {
        String id;
        try {
            id = ObjectKey.threadId(key());
        } catch (IllegalArgumentException e) {
            throw foreignKey();
        }
        if (!ObjectKey.of(id).equals(key())) {
            throw foreignKey();
        }
        return id;
    }

    private static TerminalException foreignKey() {
        return new TerminalException(
                TerminalException.BAD_REQUEST_CODE,
                "The key of the object is not that of a thread. Send requests with a RestateThreadStore.");
    }

    /** Returns whether the service closes. The journal does not contain the result. */
    boolean isClosing() {
        return closing.getAsBoolean();
    }

    /** Returns a value of the state. */
    <T> Optional<T> get(String name, JsonCodec<T> codec) {
        return poll(await(context.get(name))).map(slice -> decoded(codec, text(slice)));
    }

    /** Returns values of the state, in the order of the names. */
    List<Optional<JsonText>> get(List<String> names) {
        List<AsyncResult<Optional<Slice>>> results = new ArrayList<>();
        for (String name : names) {
            results.add(await(context.get(name)));
        }
        List<Optional<JsonText>> values = new ArrayList<>();
        for (AsyncResult<Optional<Slice>> result : results) {
            values.add(poll(result).map(slice -> new JsonText(text(slice))));
        }
        return values;
    }

    /** Returns the names of all values of the state. */
    Collection<String> names() {
        return poll(await(context.getKeys()));
    }

    /** Sets a value of the state. */
    void set(String name, String json) {
        Void unused = await(context.set(name, Slice.wrap(json)));
    }

    /** Removes a value of the state. */
    void clear(String name) {
        Void unused = await(context.clear(name));
    }

    /** Removes the whole state. */
    void clear() {
        Void unused = await(context.clearAll());
    }

    /**
     * Returns the result of an action, which is performed unless the journal contains the result.
     *
     * @param name the name of the entry
     * @param codec the codec of the result, which decodes what it encodes to an equal value
     * @param action the action, which this Java thread performs. If it throws an exception, the attempt ends
     */
    <T> T run(String name, JsonCodec<T> codec, Supplier<T> action) {
        return runEncoded(name, codec, () -> EncodedResult.of(codec, action.get()));
    }

    /**
     * Returns the result of an action that encodes its result, which is performed unless the journal contains the result.
     *
     * @param name the name of the entry
     * @param codec the codec of the result, which decodes what it encodes to an equal value
     * @param action the action, which this Java thread performs. If it throws an exception, the attempt ends
     */
    <T> T runEncoded(String name, JsonCodec<T> codec, Supplier<EncodedResult<T>> action) {
        CompletableFuture<HandlerContext.RunCompleter> begun = new CompletableFuture<>();
        AsyncResult<Slice> submitted = await(context.submitRun(name, begun::complete));
        CompletableFuture<Slice> result = submitted.poll();
        Object unused = await(CompletableFuture.anyOf(begun, result));
        if (result.isDone()) {
            return decoded(codec, text(await(result)));
        }
        EncodedResult<T> performed = action.get();
        begun.join().proposeSuccess(performed.json());
        Slice stored = await(result);
        if (!performed.isStoredAs(stored)) {
            return decoded(codec, text(stored));
        }
        assert performed.value().equals(decoded(codec, text(stored)))
                : "A repeated attempt would read another value from " + text(stored);
        return performed.value();
    }

    /**
     * Waits until Restate has performed all earlier operations. Otherwise, a kill of the invocation can discard them while
     * this Java thread acts on them.
     */
    void awaitStored() {
        CompletableFuture<HandlerContext.RunCompleter> begun = new CompletableFuture<>();
        CompletableFuture<Slice> result =
                await(context.submitRun("stored", begun::complete)).poll();
        Object unused = await(CompletableFuture.anyOf(begun, result));
        if (!result.isDone()) {
            begun.join().proposeSuccess(Slice.EMPTY);
        }
        Slice unusedResult = await(result);
    }

    /**
     * Calls a handler without waiting for it.
     *
     * @param delay the time after which Restate calls the handler; zero for at once
     */
    void send(Target target, String json, Duration delay) {
        AsyncResult<String> unused =
                await(context.send(target, Slice.wrap(json), null, List.of(), delay.isZero() ? null : delay));
    }

    /** Calls a handler and returns its reply. */
    <T> T call(Target target, String json, JsonCodec<T> codec) {
        HandlerContext.CallResult call = await(context.call(target, Slice.wrap(json), null, List.of()));
        return decoded(codec, text(poll(call.callAsyncResult())));
    }

    /** Decodes a body of this library. */
    static <T> T decoded(JsonCodec<T> codec, String json) {
        return codec.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw new AttemptEndedException(
                    "A value in Restate is not of this release at "
                            + rejected.violations().get(0).path() + ". Deploy a newer release.",
                    null);
        });
    }

    static String text(Slice slice) {
        return new String(slice.toByteArray(), StandardCharsets.UTF_8);
    }

    private <T> T poll(AsyncResult<T> result) {
        return await(result.poll());
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            if (!future.isDone()) {
                Object unused = CompletableFuture.anyOf(future, ended).join();
            }
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TerminalException terminal) {
                throw terminal;
            }
            throw new AttemptEndedException("The attempt ended. Restate repeats the invocation.", e.getCause());
        }
    }
}
