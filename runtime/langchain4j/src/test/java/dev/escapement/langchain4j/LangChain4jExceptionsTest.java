package dev.escapement.langchain4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import dev.escapement.model.FallbackModel;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the conversion of LangChain4j exceptions. */
class LangChain4jExceptionsTest {

    private static final ModelRequest REQUEST = new ModelRequest("", List.of(new Message.User("Hi")), List.of());

    static Stream<RuntimeException> unavailable() {
        return Stream.of(
                new RateLimitException("slow down"),
                new InternalServerException("out of order"),
                new TimeoutException("too slow"),
                new UnresolvedModelServerException("no such host"),
                new HttpException(429, "slow down"),
                new HttpException(529, "overloaded"),
                new LangChain4jException(new ConnectException("refused")),
                new IllegalStateException(new HttpTimeoutException("too slow")),
                new RuntimeException(new SocketTimeoutException("Read timed out")),
                new RuntimeException(new InterruptedIOException("timeout"))); // as in OkHttp
    }

    static Stream<RuntimeException> rejected() {
        return Stream.of(
                new AuthenticationException("no such key"),
                new ModelNotFoundException("no such model"),
                new InvalidRequestException("too long"),
                new ContentFilteredException("not that"),
                new HttpException(404, "no such page"));
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    void temporaryFailureMakesTheModelUnavailable(RuntimeException fault) {
        assertSame(
                fault,
                assertInstanceOf(ModelUnavailableException.class, thrown(fault)).getCause());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void permanentFailureRejectsTheRequest(RuntimeException fault) {
        assertSame(
                fault,
                assertInstanceOf(RequestRejectedException.class, thrown(fault)).getCause());
    }

    @Test
    void invalidJsonIsUnreadable() {
        RuntimeException fault = new IllegalStateException(new JsonParseException(null, "a page in HTML"));
        assertInstanceOf(UnreadableReplyException.class, thrown(fault));
    }

    @Test
    void statusAndMessageAreThoseOfTheProvider() {
        RequestRejectedException rejected = assertInstanceOf(
                RequestRejectedException.class,
                thrown(new AuthenticationException(new HttpException(401, "{\"error\":\n\"no such key\"}"))));
        assertEquals(401, rejected.status());
        String message = String.valueOf(rejected.getMessage());
        assertTrue(message.endsWith("{\"error\":\\n\"no such key\"}"), message);
        assertEquals(new ModelInfo("openai", "gpt", "", 0), rejected.model());
    }

    @Test
    void exceptionWithoutAMessageIsNamed() {
        String message = thrown(new RateLimitException((String) null)).getMessage();

        assertTrue(message.endsWith(RateLimitException.class.getName()), message);
    }

    /** Clients include the URL in their exceptions, and some URLs contain the key. */
    @Test
    void otherExceptionIsNamedAndNotQuoted() {
        RuntimeException fault =
                new LangChain4jException(new ConnectException("https://api.example.com/v1?key=hunter2 refused"));
        RuntimeException thrown = thrown(fault);
        String message = thrown.getMessage();

        assertTrue(message.endsWith(ConnectException.class.getName()), message);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("hunter2"), trace::toString);
        assertTrue(trace.toString().contains("https://api.example.com/v1?key=[hidden] refused"), trace::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-proj-abcdef123456", "AIzaSyA1234567890", "Bearer abcdefgh12345678"})
    void keyInAMessageIsHidden(String key) {
        String message = thrown(new HttpException(401, "Incorrect API key provided: " + key + "."))
                .getMessage();

        assertTrue(message.contains("[hidden]"), message);
        assertFalse(message.contains(key), message);
    }

    static Stream<RuntimeException> interrupts() {
        return Stream.of(
                new RuntimeException(new InterruptedException()),
                new LangChain4jException(new RuntimeException(new InterruptedException())),
                new RateLimitException(new InterruptedException()),
                new RuntimeException(new InterruptedIOException("interrupted")),
                new RuntimeException(new ClosedByInterruptException()));
    }

    @ParameterizedTest
    @MethodSource("interrupts")
    void interruptionReachesNoOtherModel(RuntimeException fault) {
        Model model = FallbackModel.of(failing(fault), request -> ModelReply.text("Hi"));
        RuntimeException cancelled = assertThrows(CancellationException.class, () -> model.reply(REQUEST));
        assertTrue(Thread.interrupted());
        assertSame(fault, cancelled.getCause());
    }

    @Test
    void cancellationIsUnchanged() {
        RuntimeException fault = new CancellationException("interrupted");
        assertSame(fault, thrown(fault));
    }

    @Test
    void fallbackModelReplies() {
        Logger log = Logger.getLogger(FallbackModel.class.getName());
        log.setFilter(entry -> false); // the warning is expected
        try {
            Model model =
                    FallbackModel.of(failing(new RateLimitException("slow down")), request -> ModelReply.text("Hi"));
            assertEquals("Hi", model.reply(REQUEST).text());
        } finally {
            log.setFilter(null);
        }
    }

    private static RuntimeException thrown(RuntimeException fault) {
        return assertThrows(RuntimeException.class, () -> failing(fault).reply(REQUEST));
    }

    private static Model failing(RuntimeException fault) {
        return LangChain4jModel.of(new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                throw fault;
            }

            @Override
            public ModelProvider provider() {
                return ModelProvider.OPEN_AI;
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return ChatRequestParameters.builder().modelName("gpt").build();
            }
        });
    }
}
