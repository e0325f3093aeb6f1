package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A handler that passes the events of one response from the adapter's Java threads to the caller's. The first end or
 * failure applies; later events are ignored. Any part of an event may be missing.
 */
final class ResponseEvents implements StreamingChatResponseHandler {

    /** A fragment, the end or a failure of a response. */
    @FunctionalInterface
    private interface ResponseEvent {

        /**
         * Handles the event on the caller's Java thread and returns the response if the event completes it.
         *
         * @param deltas receives the delta of a fragment
         * @return the response at the end; otherwise empty
         * @throws AdapterException the failure
         */
        Optional<ChatResponse> handle(Consumer<Delta> deltas);
    }

    /** The maximum number of events in memory. An adapter that is faster than the caller waits. */
    private static final int CAPACITY = 1024;

    /** The time between two checks of whether the caller still reads events. */
    private static final long CHECK_MILLIS = 50;

    private final BlockingQueue<ResponseEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Set<Integer> begun = new HashSet<>();
    private final CancellableStream stream = new CancellableStream();
    private volatile boolean isOver;

    /**
     * Runs a call of an adapter on a Java thread of its own and waits for its response. An adapter may block, may call the
     * handler later, or never.
     *
     * @param call the call
     * @param idle the maximum time without an event
     * @param deltas receives the deltas on the caller's Java thread
     * @throws AdapterException if the adapter fails, or is idle for too long
     */
    ChatResponse await(Runnable call, Duration idle, Consumer<Delta> deltas) {
        Thread worker = new Thread(() -> run(call), "escapement-langchain4j");
        worker.setDaemon(true);
        worker.start();
        boolean isComplete = false;
        try {
            Optional<ChatResponse> response = next(idle).handle(deltas);
            while (response.isEmpty()) {
                response = next(idle).handle(deltas);
            }
            isComplete = true;
            return response.get();
        } finally {
            isOver = true;
            queue.clear();
            if (!isComplete) {
                stream.cancel();
                worker.interrupt();
            }
        }
    }

    private void run(Runnable call) {
        try {
            call.run();
        } catch (Throwable fault) { // an adapter may be incompatible with other libraries
            onError(fault);
        }
    }

    private ResponseEvent next(Duration idle) {
        try {
            ResponseEvent event = queue.poll(idle.toNanos(), TimeUnit.NANOSECONDS);
            if (event == null) {
                throw new AdapterException(
                        new TimeoutException("The chat model sent nothing for " + idle.toMillis() + " ms."));
            }
            return event;
        } catch (InterruptedException e) {
            throw LangChain4jExceptions.cancelled(e);
        }
    }

    private void add(ResponseEvent event) {
        try {
            boolean isAdded = false;
            while (!isOver && !isAdded) {
                isAdded = queue.offer(event, CHECK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by the caller, which has left, or by the adapter
            boolean unused = queue.offer(event);
        }
    }

    private void piece(Delta delta) {
        add(deltas -> {
            deltas.accept(delta);
            return Optional.empty();
        });
    }

    private synchronized void call(int index, @Nullable String tool, @Nullable String fragment) {
        if (begun.add(index)) {
            piece(new Delta.CallBegun(index, ChatResponseReader.orEmpty(tool)));
        }
        piece(new Delta.Arguments(index, ChatResponseReader.orEmpty(fragment)));
    }

    @Override
    public void onPartialResponse(@Nullable String text) {
        piece(new Delta.Text(ChatResponseReader.orEmpty(text)));
    }

    @Override
    public void onPartialResponse(PartialResponse text, @Nullable PartialResponseContext context) {
        if (context != null) {
            stream.opened(context.streamingHandle());
        }
        onPartialResponse(text.text());
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        piece(new Delta.Thinking(ChatResponseReader.orEmpty(thinking.text())));
    }

    @Override
    public void onPartialThinking(PartialThinking thinking, @Nullable PartialThinkingContext context) {
        if (context != null) {
            stream.opened(context.streamingHandle());
        }
        onPartialThinking(thinking);
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
        call(call.index(), call.name(), call.partialArguments());
    }

    @Override
    public void onPartialToolCall(PartialToolCall call, @Nullable PartialToolCallContext context) {
        if (context != null) {
            stream.opened(context.streamingHandle());
        }
        onPartialToolCall(call);
    }

    @Override
    public synchronized void onCompleteToolCall(CompleteToolCall call) {
        if (!begun.contains(call.index())) { // not every adapter sends the pieces of a call
            call(
                    call.index(),
                    call.toolExecutionRequest().name(),
                    call.toolExecutionRequest().arguments());
        }
    }

    @Override
    public void onCompleteResponse(@Nullable ChatResponse response) {
        add(deltas -> {
            if (response == null) {
                throw new AdapterException(new NullPointerException("The chat model returned null."));
            }
            return Optional.of(response);
        });
    }

    @Override
    public void onError(@Nullable Throwable thrown) {
        Throwable fault =
                thrown == null ? new NullPointerException("The chat model reported null as its error.") : thrown;
        add(deltas -> {
            throw new AdapterException(fault);
        });
    }
}
