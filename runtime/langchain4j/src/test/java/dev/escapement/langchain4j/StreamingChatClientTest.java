package dev.escapement.langchain4j;

import static dev.escapement.langchain4j.StubChatModel.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of a LangChain4j chat model whose response arrives in pieces on another Java thread. */
class StreamingChatClientTest {

    private static final ModelRequest REQUEST = new ModelRequest("", List.of(new Message.User("Hi")), List.of());
    private static final ChatResponse RESPONSE = ChatResponse.builder()
            .aiMessage(AiMessage.from("I look.", List.of(request("a", "look_up", "{\"n\":1}"))))
            .id("r1")
            .build();

    private final List<Delta> shown = new ArrayList<>();

    @Test
    void adapterWaitsForASlowCaller() {
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        model(handler -> {
                    for (int i = 0; i < 5000; i++) {
                        handler.onPartialResponse("a");
                        sent.incrementAndGet();
                    }
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, delta -> {
                    if (received.getAndIncrement() == 0) {
                        awaitStandstill(sent);
                    }
                    ahead.accumulateAndGet(sent.get() - received.get(), Math::max);
                });
        assertEquals(5000, sent.get());
        assertTrue(received.get() >= 5000);
        assertTrue(ahead.get() <= 1100, ahead.toString());
    }

    /** Waits until a counter has not changed for 200 ms. */
    private static void awaitStandstill(AtomicInteger counter) {
        int last = -1;
        while (last != counter.get()) {
            last = counter.get();
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Test
    void piecesAreDeltas() {
        ModelReply reply = model(handler -> {
                    handler.onPartialThinking(new PartialThinking("Hm."));
                    handler.onPartialResponse("I ");
                    handler.onPartialResponse("look.");
                    handler.onPartialToolCall(partial(0, "{\"n\""));
                    handler.onPartialToolCall(partial(0, ":1}"));
                    handler.onCompleteToolCall(new CompleteToolCall(0, request("a", "look_up", "{\"n\":1}")));
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, shown::add);
        assertEquals(
                List.of(
                        new Delta.Thinking("Hm."),
                        new Delta.Text("I "),
                        new Delta.Text("look."),
                        new Delta.CallBegun(0, "look_up"),
                        new Delta.Arguments(0, "{\"n\""),
                        new Delta.Arguments(0, ":1}")),
                shown);
        assertEquals(
                LangChain4jModel.of(new StubChatModel(RESPONSE).named(ModelProvider.OLLAMA, ""))
                        .reply(REQUEST),
                reply);
    }

    @Test
    void wholeCallIsOneDelta() {
        model(handler -> {
                    handler.onCompleteToolCall(new CompleteToolCall(0, request("a", "look_up", "{\"n\":1}")));
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, shown::add);
        assertEquals(List.of(new Delta.CallBegun(0, "look_up"), new Delta.Arguments(0, "{\"n\":1}")), shown);
    }

    @Test
    void consumerIsOptional() {
        assertEquals(
                "I look.",
                model(handler -> {
                            handler.onPartialResponse("I look.");
                            handler.onCompleteResponse(RESPONSE);
                        })
                        .reply(REQUEST)
                        .text());
    }

    @Test
    void deltasArriveOnTheJavaThreadOfTheCaller() {
        List<Thread> threads = new ArrayList<>();
        model(handler -> {
                    handler.onPartialResponse("I look.");
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, delta -> threads.add(Thread.currentThread()));
        assertEquals(List.of(Thread.currentThread()), threads);
    }

    @Test
    void failureAfterPiecesIsConverted() {
        RateLimitException fault = new RateLimitException("slow down");
        LangChain4jModel model = model(handler -> {
            handler.onPartialResponse("I ");
            handler.onError(fault);
        });
        assertSame(
                fault,
                assertThrows(ModelUnavailableException.class, () -> model.reply(REQUEST, shown::add))
                        .getCause());
        assertEquals(List.of(new Delta.Text("I ")), shown);
    }

    @Test
    void interruptionEndsTheWait() {
        LangChain4jModel model = model(handler -> {});
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> model.reply(REQUEST));
        assertTrue(Thread.interrupted());
    }

    /** A stream of a provider that records its cancellation. */
    private static final class Stream implements StreamingHandle {

        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public boolean isCancelled() {
            return cancelled.getCount() == 0;
        }
    }

    private final Stream stream = new Stream();

    /** Tests the handlers that receive a handle of the stream. */
    @TestFactory
    List<DynamicTest> exceptionOfTheConsumerCancelsTheStream() {
        return List.of(
                cancelling(
                        "text",
                        (handler, handle) -> handler.onPartialResponse(
                                new PartialResponse("I "), new PartialResponseContext(handle))),
                cancelling(
                        "thinking",
                        (handler, handle) -> handler.onPartialThinking(
                                new PartialThinking("Hm."), new PartialThinkingContext(handle))),
                cancelling(
                        "a call",
                        (handler, handle) ->
                                handler.onPartialToolCall(partial(0, "{"), new PartialToolCallContext(handle))));
    }

    private static DynamicTest cancelling(
            String name, BiConsumer<StreamingChatResponseHandler, StreamingHandle> piece) {
        return DynamicTest.dynamicTest(name, () -> {
            Stream stream = new Stream();
            CancellationException enough = new CancellationException("enough");
            LangChain4jModel model = model(handler -> piece.accept(handler, stream));
            assertSame(
                    enough,
                    assertThrows(
                            CancellationException.class,
                            () -> model.reply(REQUEST, delta -> {
                                throw enough;
                            })));
            assertTrue(stream.isCancelled());
        });
    }

    @Test
    void interruptionCancelsTheStreamWithItsFirstPiece() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        LangChain4jModel model = model(handler -> {
            hold(interrupted);
            handler.onPartialResponse(new PartialResponse("I "), new PartialResponseContext(stream));
        });
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> model.reply(REQUEST));
        assertTrue(Thread.interrupted());
        interrupted.countDown();
        assertTrue(stream.cancelled.await(10, TimeUnit.SECONDS));
    }

    @Test
    void failedCancellationHidesNothing() {
        CancellationException enough = new CancellationException("enough");
        StreamingHandle stubborn = new StreamingHandle() {
            @Override
            public void cancel() {
                throw new UnsupportedFeatureException("no");
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        LangChain4jModel model = model(
                handler -> handler.onPartialResponse(new PartialResponse("I "), new PartialResponseContext(stubborn)));
        assertSame(
                enough,
                assertThrows(
                        CancellationException.class,
                        () -> model.reply(REQUEST, delta -> {
                            throw enough;
                        })));
    }

    @Test
    void completeStreamIsNotCancelled() {
        model(handler -> {
                    handler.onPartialResponse(new PartialResponse("I look."), new PartialResponseContext(stream));
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, shown::add);
        assertFalse(stream.isCancelled());
        assertEquals(List.of(new Delta.Text("I look.")), shown);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void modelHasItsName() {
        assertEquals(new ModelInfo("ollama", "", "", 0), model(handler -> {}).info());
    }

    private static PartialToolCall partial(int index, String fragment) {
        return PartialToolCall.builder()
                .index(index)
                .id("a")
                .name("look_up")
                .partialArguments(fragment)
                .build();
    }

    private static LangChain4jModel model(Consumer<StreamingChatResponseHandler> script) {
        return LangChain4jModel.streaming(new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                new Thread(() -> script.accept(handler)).start();
            }

            @Override
            public ModelProvider provider() {
                return ModelProvider.OLLAMA;
            }
        });
    }
}
