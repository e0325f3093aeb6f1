package dev.escapement.langchain4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Delta;
import dev.escapement.model.Message;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of chat models that fail, return incomplete objects or do not end. */
class AdapterFaultsTest {

    private static final ModelRequest REQUEST = new ModelRequest("", List.of(new Message.User("Hi")), List.of());
    private static final ChatResponse RESPONSE =
            ChatResponse.builder().aiMessage(AiMessage.from("Hello")).build();
    private static final Duration SHORT = Duration.ofMillis(200);

    private static LangChain4jModel whole(Function<ChatRequest, ChatResponse> adapter) {
        return LangChain4jModel.of(new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                return adapter.apply(request);
            }
        });
    }

    private static LangChain4jModel streamed(Consumer<StreamingChatResponseHandler> script) {
        return LangChain4jModel.streaming(new StreamingChatModel() {
            @Override
            public void chat(ChatRequest request, StreamingChatResponseHandler handler) {
                script.accept(handler);
            }
        });
    }

    private static <X extends Throwable> void sneak(Throwable fault) throws X {
        @SuppressWarnings("unchecked")
        X thrown = (X) fault;
        throw thrown;
    }

    private static List<ModelException> thrown(Throwable fault) {
        LangChain4jModel whole = whole(request -> {
            AdapterFaultsTest.<RuntimeException>sneak(fault);
            return RESPONSE;
        });
        LangChain4jModel thrown = streamed(handler -> AdapterFaultsTest.<RuntimeException>sneak(fault));
        LangChain4jModel reported = streamed(handler -> handler.onError(fault));
        return Stream.of(whole, thrown, reported)
                .map(model -> assertThrows(ModelException.class, () -> model.reply(REQUEST)))
                .toList();
    }

    static Stream<Throwable> rejections() {
        return Stream.of(
                new NoSuchMethodError("com.example.Json.read()"),
                new ExceptionInInitializerError("no certificates"),
                new NoClassDefFoundError("com/example/Json"),
                new IllegalArgumentException("a schema without a type"),
                new UnsupportedOperationException("no tools"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void unsuitableAdapterRejectsTheRequest(Throwable fault) {
        thrown(fault).forEach(exception -> {
            assertInstanceOf(RequestRejectedException.class, exception);
            assertSame(fault, exception.getCause());
        });
    }

    static Stream<Throwable> unreadable() {
        return Stream.of(
                new NullPointerException("choices"),
                new ClassCastException("String to List"),
                new IndexOutOfBoundsException(0),
                new LangChain4jException("something"),
                new StackOverflowError(),
                new AssertionError("no content"),
                new Exception("checked"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void defectOfAnAdapterMakesTheReplyUnreadable(Throwable fault) {
        thrown(fault).forEach(exception -> {
            assertInstanceOf(UnreadableReplyException.class, exception);
            assertSame(fault, exception.getCause());
            assertTrue(exception.getMessage().contains(fault.getClass().getName()), exception.getMessage());
        });
    }

    @Test
    void fatalErrorIsUnchanged() {
        OutOfMemoryError fault = new OutOfMemoryError("test");
        LangChain4jModel model = streamed(handler -> handler.onError(fault));
        assertSame(fault, assertThrows(OutOfMemoryError.class, () -> model.reply(REQUEST)));
    }

    @Test
    void nullIsUnreadable() {
        assertThrows(
                UnreadableReplyException.class, () -> whole(request -> null).reply(REQUEST));
        assertThrows(
                UnreadableReplyException.class,
                () -> streamed(handler -> handler.onCompleteResponse(null)).reply(REQUEST));
        assertThrows(
                UnreadableReplyException.class,
                () -> streamed(handler -> handler.onError(null)).reply(REQUEST));
    }

    @Test
    void missingPartsOfEventsAreEmpty() {
        List<Delta> deltas = new ArrayList<>();
        ModelReply reply = streamed(handler -> {
                    handler.onPartialResponse((String) null);
                    handler.onPartialThinking(new PartialThinking("Hm."), null);
                    handler.onCompleteResponse(RESPONSE);
                })
                .reply(REQUEST, deltas::add);
        assertEquals("Hello", reply.text());
        assertTrue(deltas.contains(new Delta.Thinking("Hm.")), deltas::toString);
    }

    @Test
    void firstEndApplies() {
        BiConsumer<StreamingChatResponseHandler, ChatResponse> twice = (handler, second) -> {
            handler.onCompleteResponse(RESPONSE);
            handler.onPartialResponse("late");
            handler.onCompleteResponse(second);
            handler.onError(new IllegalStateException("late"));
        };
        List<Delta> deltas = new ArrayList<>();
        ChatResponse other =
                ChatResponse.builder().aiMessage(AiMessage.from("Other")).build();
        ModelReply reply = streamed(handler -> twice.accept(handler, other)).reply(REQUEST, deltas::add);
        assertEquals("Hello", reply.text());
        assertEquals(List.of(), deltas);
        LangChain4jModel failing = streamed(handler -> {
            handler.onError(new IllegalStateException("first"));
            handler.onCompleteResponse(RESPONSE);
        });
        assertThrows(UnreadableReplyException.class, () -> failing.reply(REQUEST));
    }

    @Test
    void consumerExceptionIsUnchanged() {
        IllegalStateException enough = new IllegalStateException("enough");
        LangChain4jModel model = streamed(handler -> handler.onPartialResponse("Hi"));
        assertSame(
                enough,
                assertThrows(
                        IllegalStateException.class,
                        () -> model.reply(REQUEST, delta -> {
                            throw enough;
                        })));
    }

    @Test
    void silentStreamEndsAfterTheTimeout() {
        LangChain4jModel silent =
                streamed(handler -> handler.onPartialResponse("Hi")).withIdleTimeout(SHORT);
        assertThrows(ModelUnavailableException.class, () -> silent.reply(REQUEST));
    }

    @Test
    void endlessCallIsInterruptedAfterTheTimeout() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        LangChain4jModel endless = whole(request -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return RESPONSE;
                })
                .withIdleTimeout(Duration.ofSeconds(2)); // also for the start of the call
        ModelUnavailableException unavailable =
                assertThrows(ModelUnavailableException.class, () -> endless.reply(REQUEST));
        assertTrue(unavailable.getCause().getMessage().contains("2000 ms"), unavailable::toString);
        assertTrue(interrupted.await(1, TimeUnit.MINUTES));
    }

    @Test
    void fragmentsRestartTheTimeout() {
        LangChain4jModel slow = streamed(handler -> {
                    for (int i = 0; i < 6; i++) {
                        pause();
                        handler.onPartialResponse("Hi");
                    }
                    handler.onCompleteResponse(RESPONSE);
                })
                .withIdleTimeout(Duration.ofSeconds(5));
        assertEquals("Hello", slow.reply(REQUEST).text());
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void timeoutIsPositive() {
        LangChain4jModel model = whole(request -> RESPONSE);
        assertThrows(IllegalArgumentException.class, () -> model.withIdleTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> model.withIdleTimeout(Duration.ofDays(366)));
    }

    @Test
    void unknownDescriptionIsEmpty() {
        LangChain4jModel model = LangChain4jModel.of(new ChatModel() {
            @Override
            public ChatResponse chat(ChatRequest request) {
                return RESPONSE;
            }

            @Override
            public ModelProvider provider() {
                return null;
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                throw new IllegalStateException("not configured");
            }
        });
        assertEquals(ModelInfo.UNKNOWN, model.info());
        assertEquals("Hello", model.reply(REQUEST).text());
    }
}
