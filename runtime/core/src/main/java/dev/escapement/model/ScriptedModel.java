package dev.escapement.model;

import dev.escapement.content.Content;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A model for tests that returns prepared replies in order and fails on every deviation from the script. Safe for
 * concurrent use.
 *
 * <p>In a try-with-resources statement, it also fails if unused replies remain at the end:
 *
 * <pre>{@code
 * try (ScriptedModel model = ScriptedModel.of(
 *         ModelReply.call("c1", "look_up_order", "{\"orderId\":\"A-1042\"}"),
 *         ModelReply.text("It was delivered yesterday."))) {
 *     Runner.of(loop).model(model).build().start("Where is A-1042?");
 * }
 * }</pre>
 */
public final class ScriptedModel implements Model, AutoCloseable {

    private record ScriptedReply(String expectation, Predicate<ModelRequest> expected, ModelReply reply) {}

    private final Deque<ScriptedReply> script = new ArrayDeque<>();
    private final List<ModelRequest> requests = new ArrayList<>();
    private boolean failed;

    /** Creates a model with an empty script. The model fails on the first request if no reply has been added. */
    public ScriptedModel() {}

    /**
     * Returns a model that returns the given replies in order, without checking the requests.
     *
     * @param replies the replies in order
     * @return the model
     */
    public static ScriptedModel of(ModelReply... replies) {
        ScriptedModel model = new ScriptedModel();
        for (ModelReply reply : replies) {
            model.then(reply);
        }
        return model;
    }

    /**
     * Adds a script entry that answers any request with a reply.
     *
     * @param reply the reply
     * @return this model
     */
    public ScriptedModel then(ModelReply reply) {
        return expect("any request", request -> true, reply);
    }

    /**
     * Adds a script entry that answers a request only if the request satisfies a condition.
     *
     * @param expectation the description of the condition, for failure messages
     * @param expected the condition
     * @param reply the reply
     * @return this model
     */
    public synchronized ScriptedModel expect(String expectation, Predicate<ModelRequest> expected, ModelReply reply) {
        script.add(new ScriptedReply(
                Objects.requireNonNull(expectation, "expectation"),
                Objects.requireNonNull(expected, "expected"),
                Objects.requireNonNull(reply, "reply")));
        return this;
    }

    /**
     * Returns the next reply in the script.
     *
     * @throws AssertionError if the script has ended or its next entry expects a different request
     */
    @Override
    public synchronized ModelReply reply(ModelRequest request) {
        requests.add(request);
        ScriptedReply turn = script.poll();
        if (turn == null) {
            failed = true;
            throw new AssertionError(
                    "request " + requests.size() + " comes after the end of the script" + describe(request));
        }
        if (!turn.expected().test(request)) {
            failed = true;
            throw new AssertionError(
                    "request " + requests.size() + " should be: " + turn.expectation() + describe(request));
        }
        return turn.reply();
    }

    /**
     * Returns the requests received so far.
     *
     * @return the requests in order
     */
    public synchronized List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Checks that all replies in the script have been used. Skips the check if a request has already failed, so that
     * the first failure is the one reported.
     *
     * @throws AssertionError if replies remain
     */
    @Override
    public synchronized void close() {
        if (!failed && !script.isEmpty()) {
            throw new AssertionError("replies left over: " + script.size() + "; the next one is "
                    + script.peek().reply());
        }
    }

    private static String describe(ModelRequest request) {
        List<String> tools =
                request.tools().stream().<String>map(ToolSpec::name).toList();
        StringBuilder text = new StringBuilder("\nprompt: " + request.prompt() + "\ntools: " + tools);
        for (Message message : request.messages()) {
            text.append('\n').append(message.accept(Description.INSTANCE));
        }
        return text.toString();
    }

    private static String describe(List<Content> content) {
        return content.stream()
                .map(part -> part instanceof Content.Text text ? text.text() : part.toString())
                .collect(Collectors.joining("\n"));
    }

    /** A visitor that describes a message for people, with its files. */
    private enum Description implements Message.Visitor<String> {
        INSTANCE;

        @Override
        public String user(Message.User message) {
            return "user: " + describe(message.content());
        }

        @Override
        public String assistant(Message.Assistant message) {
            return "model: " + message.text() + (message.calls().isEmpty() ? "" : " " + message.calls());
        }

        @Override
        public String toolAnswer(Message.ToolAnswer message) {
            return (message.failed() ? "failure of " : "answer to ") + message.callId() + ": "
                    + describe(message.content());
        }
    }
}
