package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A model of several agents whose replies are a function of the request: of the agent, of the input of the thread, and of
 * the number of earlier replies. It therefore does not depend on the order of the threads, or on restarts.
 */
final class TeamModel implements Model {

    private final Map<String, List<ModelReply>> scripts = new LinkedHashMap<>();
    private final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();

    /** Sets the replies in threads of an agent. */
    TeamModel script(String agent, ModelReply... replies) {
        scripts.put(agent, List.of(replies));
        return this;
    }

    /** Sets the replies in threads of an agent that started with a text. */
    TeamModel script(String agent, String input, ModelReply... replies) {
        return script(agent + " " + input, replies);
    }

    @Override
    public ModelReply reply(ModelRequest request) {
        requests.add(request);
        String agent = request.prompt().replaceAll("You are (.*)\\.", "$1");
        int earlier = (int) request.messages().stream()
                .filter(Message.Assistant.class::isInstance)
                .count();
        List<ModelReply> script =
                scripts.getOrDefault(agent + " " + input(request), scripts.getOrDefault(agent, List.of()));
        if (earlier >= script.size()) {
            throw new IllegalStateException("no reply " + earlier + " for " + agent + " " + input(request));
        }
        return script.get(earlier);
    }

    private static String input(ModelRequest request) {
        Message.User first = (Message.User) request.messages().get(0);
        Content.Text text = (Content.Text) first.content().get(0);
        return text.text().replaceAll("(?s)<[^>]*>", "").strip();
    }

    /** Returns all requests, in order. */
    List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the text of all messages of the requests of an agent. */
    String shown(String agent) {
        return requests().stream()
                .filter(request -> request.prompt().equals("You are " + agent + "."))
                .map(request -> request.messages().toString())
                .reduce("", (a, b) -> a + "\n" + b);
    }
}
