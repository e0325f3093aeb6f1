package dev.escapement.model;

import dev.escapement.tool.ToolSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A model for tests: gives replies in the order in which they were written down, and fails the run on every deviation.
 *
 * <p>Used in a try-with-resources statement, it also fails the run if replies are left over at its end:
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

    private record Turn(String expectation, Predicate<ModelRequest> expected, ModelReply reply) {}

    private final Deque<Turn> script = new ArrayDeque<>();
    private final List<ModelRequest> requests = new ArrayList<>();
    private boolean failed;

    /** An empty script: any request fails. */
    public ScriptedModel() {}

    /**
     * A script of replies to whatever is asked.
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
     * Adds a reply to whatever is asked next.
     *
     * @param reply the reply
     * @return this model
     */
    public ScriptedModel then(ModelReply reply) {
        return expect("any request", request -> true, reply);
    }

    /**
     * Adds a reply to a request that must have a certain form.
     *
     * @param expectation the form in words, for the message of a failure
     * @param expected tells whether a request has the form
     * @param reply the reply
     * @return this model
     */
    public synchronized ScriptedModel expect(String expectation, Predicate<ModelRequest> expected, ModelReply reply) {
        script.add(new Turn(
                Objects.requireNonNull(expectation, "expectation"),
                Objects.requireNonNull(expected, "expected"),
                Objects.requireNonNull(reply, "reply")));
        return this;
    }

    /**
     * Gives the next reply.
     *
     * @throws AssertionError if the script is at its end or expects another request
     */
    @Override
    public synchronized ModelReply reply(ModelRequest request) {
        requests.add(request);
        Turn turn = script.poll();
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
     * What was asked so far.
     *
     * @return the requests in order
     */
    public synchronized List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Ends the run. Says nothing about leftovers if the script failed before: the first failure is the one to read.
     *
     * @throws AssertionError if replies are left over
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
            text.append('\n').append(message);
        }
        return text.toString();
    }
}
