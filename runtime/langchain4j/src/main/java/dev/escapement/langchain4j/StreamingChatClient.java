package dev.escapement.langchain4j;

import dev.escapement.model.Delta;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A chat model whose responses arrive in pieces, on whatever thread of execution it likes. */
record StreamingChatClient(StreamingChatModel model) implements ChatClient {

    /** What arrives. */
    private sealed interface Arrival {

        record Piece(Delta delta) implements Arrival {}

        record Whole(ChatResponse response) implements Arrival {}

        record Fault(Throwable thrown) implements Arrival {}
    }

    @Override
    public ChatResponse ask(ChatRequest request, Consumer<Delta> deltas) {
        Arrivals arrivals = new Arrivals();
        model.chat(request, arrivals);
        Arrival last = last(arrivals, deltas);
        if (last instanceof Arrival.Fault fault) {
            throw unchecked(fault.thrown());
        }
        return ((Arrival.Whole) last).response();
    }

    /** Shows all pieces and gives what comes after them. */
    private static Arrival last(Arrivals arrivals, Consumer<Delta> deltas) {
        try {
            Arrival arrival = arrivals.next();
            while (arrival instanceof Arrival.Piece piece) {
                deltas.accept(piece.delta());
                arrival = arrivals.next();
            }
            return arrival;
        } catch (RuntimeException | Error unwanted) {
            arrivals.stream.cancel();
            throw unwanted;
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public ChatRequestParameters parameters() {
        return model.defaultRequestParameters();
    }

    /** Hands over from the model's thread of execution to that of the caller. */
    private static final class Arrivals implements StreamingChatResponseHandler {

        private final BlockingQueue<Arrival> queue = new LinkedBlockingQueue<>();
        private final Set<Integer> begun = new HashSet<>();
        private final CancellableStream stream = new CancellableStream();

        Arrival next() {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                CancellationException interrupted = new CancellationException("interrupted while waiting for a model");
                interrupted.initCause(e);
                throw interrupted;
            }
        }

        private void piece(Delta delta) {
            queue.add(new Arrival.Piece(delta));
        }

        private void call(int index, String tool, String fragment) {
            if (begun.add(index)) {
                piece(new Delta.CallBegun(index, tool));
            }
            piece(new Delta.Arguments(index, fragment));
        }

        @Override
        public void onPartialResponse(String text) {
            piece(new Delta.Text(text));
        }

        @Override
        public void onPartialResponse(PartialResponse text, PartialResponseContext context) {
            stream.is(context.streamingHandle());
            onPartialResponse(text.text());
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            piece(new Delta.Thinking(thinking.text()));
        }

        @Override
        public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
            stream.is(context.streamingHandle());
            onPartialThinking(thinking);
        }

        @Override
        public void onPartialToolCall(PartialToolCall call) {
            call(call.index(), call.name(), call.partialArguments());
        }

        @Override
        public void onPartialToolCall(PartialToolCall call, PartialToolCallContext context) {
            stream.is(context.streamingHandle());
            onPartialToolCall(call);
        }

        @Override
        public void onCompleteToolCall(CompleteToolCall call) {
            if (!begun.contains(call.index())) { // not every adapter shows its pieces first
                call(
                        call.index(),
                        ChatResponseReader.orEmpty(call.toolExecutionRequest().name()),
                        ChatResponseReader.orEmpty(call.toolExecutionRequest().arguments()));
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            queue.add(new Arrival.Whole(response));
        }

        @Override
        public void onError(Throwable thrown) {
            queue.add(new Arrival.Fault(thrown));
        }
    }
}
