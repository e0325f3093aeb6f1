package dev.escapement.clients;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.model.Message;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.openai.OpenAiModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and the expected result of a case. Properties that are not set have their strictest value: one request
 * per response, text and calls empty, usage 10/5/0.
 */
final class CaseSpec {

    final String id;
    private final List<Consumer<CaseResult>> checks = new ArrayList<>();
    List<Message> conversation = List.of(new Message.User("Hi"));
    Function<ModelReply, List<Message>> next;
    boolean continued;
    UnaryOperator<RawResponse> timing = UnaryOperator.identity();
    boolean timed;
    Consumer<OpenAiModel.Builder> openAi = builder -> {};
    Consumer<AnthropicModel.Builder> anthropic = builder -> {};
    ToolChoice choice = ToolChoice.AUTO;
    String host = "127.0.0.1";
    String path = "";
    String text = "";

    @Nullable
    String shown;

    List<String> calls = List.of();
    int[] usage = {10, 5, 0};
    int requests = 1;

    private CaseSpec(String id) {
        this.id = id;
        this.next = CaseSpec::answers;
    }

    /** Creates a case whose result is a reply. */
    static CaseSpec reply(String id, StopReason stop) {
        CaseSpec spec = new CaseSpec(id);
        return spec.check(result -> CaseChecks.reply(spec, stop, result));
    }

    /** Creates a case whose result is a complete reply with a text. */
    static CaseSpec complete(String id, String text) {
        return reply(id, StopReason.COMPLETE).text(text);
    }

    /** Creates a case whose result is a complete reply with calls, each as {@code tool arguments}. */
    static CaseSpec calling(String id, String... calls) {
        return reply(id, StopReason.COMPLETE).calls(calls);
    }

    /** Creates a case whose result is a rejection. */
    static CaseSpec rejected(String id, int status, String... words) {
        return failed(id, RequestRejectedException.class, words)
                .check(result -> CaseChecks.status(status, (RequestRejectedException) result.requireFailure()));
    }

    /** Creates a case whose result is a temporary failure or an exhausted quota. */
    static CaseSpec unavailable(String id, int status, String... words) {
        return failed(id, ModelUnavailableException.class, words)
                .check(result -> CaseChecks.status(status, (ModelUnavailableException) result.requireFailure()));
    }

    /** Creates a case whose result is an exception of the given type with the words of the provider. */
    static CaseSpec failed(String id, Class<? extends ModelException> type, String... words) {
        CaseSpec spec = new CaseSpec(id);
        return spec.check(result -> CaseChecks.failure(spec, type, List.of(words), result));
    }

    CaseSpec check(Consumer<CaseResult> check) {
        checks.add(check);
        return this;
    }

    CaseSpec text(String expected) {
        text = expected;
        return this;
    }

    CaseSpec calls(String... expected) {
        calls = List.of(expected);
        return this;
    }

    /** Sets the text of the deltas, which is that of the reply otherwise. */
    CaseSpec shown(String expected) {
        shown = expected;
        return this;
    }

    /** Expects that the deltas contain no text, for replies that do not arrive as deltas. */
    CaseSpec unshown() {
        return shown("");
    }

    CaseSpec finishReason(String word) {
        return check(result -> CaseChecks.finishReason(word, result));
    }

    CaseSpec distinctIds() {
        return check(CaseChecks::distinctIds);
    }

    CaseSpec retryAfter(Duration time) {
        return check(result -> CaseChecks.retryAfter(time, result));
    }

    /** Expects a message without the given words. */
    CaseSpec unlike(String words) {
        return check(result -> CaseChecks.unlike(words, result));
    }

    CaseSpec usage(int input, int output, int cached) {
        usage = new int[] {input, output, cached};
        return this;
    }

    CaseSpec noUsage() {
        return usage(0, 0, 0);
    }

    CaseSpec requests(int expected) {
        requests = expected;
        return this;
    }

    /** Adds a condition for the body of a request, counted from 1. */
    CaseSpec request(int number, Consumer<JsonNode> condition) {
        return check(
                result -> condition.accept(result.requests().get(number - 1).json()));
    }

    CaseSpec target(String expected) {
        return check(result -> CaseChecks.target(expected, result));
    }

    CaseSpec atLeast(Duration time) {
        timed = true;
        return check(result -> CaseChecks.atLeast(time, result));
    }

    CaseSpec within(Duration time) {
        timed = true;
        return check(result -> CaseChecks.within(time, result));
    }

    CaseSpec conversation(Message... messages) {
        conversation = List.of(messages);
        return this;
    }

    /** Requires a call. */
    CaseSpec required() {
        choice = ToolChoice.REQUIRED;
        return this;
    }

    /** Sends a second request that answers the calls of the first reply, or its text. */
    CaseSpec continued() {
        continued = true;
        return requests(2);
    }

    /** Sends a second request with other messages after the first reply. */
    CaseSpec continued(Function<ModelReply, List<Message>> messages) {
        next = messages;
        return continued();
    }

    CaseSpec heldOpen() {
        timed = true;
        timing = RawResponse::leftOpen;
        return this;
    }

    CaseSpec pausedBefore(String text, Duration time) {
        timed = true;
        timing = response -> response.pausedBefore(text, time);
        return this;
    }

    CaseSpec openAi(Consumer<OpenAiModel.Builder> settings) {
        openAi = settings;
        return this;
    }

    CaseSpec anthropic(Consumer<AnthropicModel.Builder> settings) {
        anthropic = settings;
        return this;
    }

    /** Sets the base URL after the port, and the name of the host. */
    CaseSpec address(String name, String pathAndQuery) {
        host = name;
        path = pathAndQuery;
        return this;
    }

    void verify(CaseResult result) {
        checks.forEach(check -> check.accept(result));
    }

    private static List<Message> answers(ModelReply reply) {
        if (reply.calls().isEmpty()) {
            return List.of(new Message.User("Paris"));
        }
        return reply.calls().stream()
                .<Message>map(call -> new Message.ToolAnswer(call.id(), "18 °C", false))
                .toList();
    }
}
