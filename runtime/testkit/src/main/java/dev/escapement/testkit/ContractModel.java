package dev.escapement.testkit;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model whose replies are a function of the request: of the agent, which is the prompt, of the input of the thread, and of
 * the number of earlier replies. They therefore do not depend on crashes and on the order of threads.
 */
final class ContractModel implements Model {

    /** The usage of each reply. */
    static final Usage USAGE = new Usage(10, 5);

    /** An action that precedes each reply. */
    @FunctionalInterface
    interface RequestHook {
        void before(String agent, int earlier) throws InterruptedException;
    }

    private final Map<String, List<ModelReply>> scripts = new ConcurrentHashMap<>();
    private volatile RequestHook hook = (agent, earlier) -> {};

    static ModelReply calls(Call... calls) {
        return new ModelReply("", List.of(calls), USAGE);
    }

    static ModelReply text(String text) {
        return new ModelReply(text, List.of(), USAGE);
    }

    /** Sets the replies in threads of an agent. */
    ContractModel script(String agent, ModelReply... replies) {
        scripts.put(agent, List.of(replies));
        return this;
    }

    /** Sets the replies in threads of an agent that started with a text. */
    ContractModel script(String agent, String input, ModelReply... replies) {
        return script(agent + " " + input, replies);
    }

    void before(RequestHook each) {
        hook = each;
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        String agent = request.prompt();
        int earlier = (int) request.messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .count();
        try {
            hook.before(agent, earlier);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        List<ModelReply> script = scripts.getOrDefault(agent, List.of());
        String input = agent + " " + input(request);
        List<ModelReply> specific = scripts.getOrDefault(input, script);
        if (earlier >= specific.size()) {
            throw new IllegalStateException("The script of " + input + " does not have reply " + earlier + ".");
        }
        return specific.get(earlier);
    }

    private static String input(ModelRequest request) {
        Message first = request.messages().get(0);
        return first instanceof Message.User user
                ? user.text().replaceAll("(?s)<[^>]*>", "").strip()
                : "";
    }
}
