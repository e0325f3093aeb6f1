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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A client of a LangChain4j chat model that streams its responses, possibly on another Java thread. */
record StreamingChatClient(StreamingChatModel model) implements ChatClient {

    /** A fragment, the end or a failure of a streamed response. */
    @FunctionalInterface
    private interface ResponseEvent {

        /**
         * Handles the event on the caller's Java thread and returns the response if the event completes it.
         *
         * @param deltas receives the delta of a fragment
         * @return the response at the end; otherwise empty
         * @throws RuntimeException the failure
         */
        Optional<ChatResponse> handle(Consumer<Delta> deltas);
    }

    @Override
    public ChatResponse send(ChatRequest request, Consumer<Delta> deltas) {
        ResponseEvents events = new ResponseEvents();
        model.chat(request, events);
        try {
            Optional<ChatResponse> response = events.next().handle(deltas);
            while (response.isEmpty()) {
                response = events.next().handle(deltas);
            }
            return response.get();
        } catch (RuntimeException | Error failure) {
            events.stream.cancel();
            throw failure;
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

    /** A handler that passes events from the model's Java thread to the caller's. */
    private static final class ResponseEvents implements StreamingChatResponseHandler {

        private final BlockingQueue<ResponseEvent> queue = new LinkedBlockingQueue<>();
        private final Set<Integer> begun = new HashSet<>();
        private final CancellableStream stream = new CancellableStream();

        ResponseEvent next() {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                throw LangChain4jExceptions.cancelled(e);
            }
        }

        private void piece(Delta delta) {
            queue.add(deltas -> {
                deltas.accept(delta);
                return Optional.empty();
            });
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
            stream.opened(context.streamingHandle());
            onPartialResponse(text.text());
        }

        @Override
        public void onPartialThinking(PartialThinking thinking) {
            piece(new Delta.Thinking(thinking.text()));
        }

        @Override
        public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
            stream.opened(context.streamingHandle());
            onPartialThinking(thinking);
        }

        @Override
        public void onPartialToolCall(PartialToolCall call) {
            call(call.index(), call.name(), call.partialArguments());
        }

        @Override
        public void onPartialToolCall(PartialToolCall call, PartialToolCallContext context) {
            stream.opened(context.streamingHandle());
            onPartialToolCall(call);
        }

        @Override
        public void onCompleteToolCall(CompleteToolCall call) {
            if (!begun.contains(call.index())) { // not every adapter sends the pieces of a call
                call(
                        call.index(),
                        ChatResponseReader.orEmpty(call.toolExecutionRequest().name()),
                        ChatResponseReader.orEmpty(call.toolExecutionRequest().arguments()));
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            queue.add(deltas -> Optional.of(response));
        }

        @Override
        public void onError(Throwable thrown) {
            queue.add(deltas -> {
                throw unchecked(thrown);
            });
        }
    }
}
