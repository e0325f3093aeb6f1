package dev.escapement.model.spi;

import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A conversation in the form that every provider takes. Not one word is added:
 *
 * <ul>
 *   <li>The answers to the calls of a reply stand directly behind it, in the order in which they were given.
 *   <li>Messages of the user that follow one another become one, with an empty line between them.
 *   <li>Earlier replies of the model that were empty are left out, and so are messages of the user that are blank.
 *   <li>The arguments of an earlier call are a JSON object: as the model wrote them if they are one, else as they were
 *       understood, else {@code {}}; the answer to the call says what was wrong. Most providers refuse anything else, and
 *       one malformed call would be the end of its thread.
 *   <li>The name of a tool in an earlier call is one that a tool could have: models invent others, and what no provider
 *       would accept is written with underscores, 64 characters at the most.
 * </ul>
 */
public final class Conversation {

    private static final Pattern IMPOSSIBLE_IN_NAMES = Pattern.compile("[^a-zA-Z0-9_-]");
    private static final int MAX_NAME_LENGTH = 64;

    private final List<ToolSpec<?>> tools;
    private final List<Message> written = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private final Arrangement arrangement = new Arrangement();

    private Conversation(List<ToolSpec<?>> tools) {
        this.tools = tools;
    }

    /**
     * Brings the messages of a request into that form.
     *
     * @param request the request
     * @return the messages, oldest first
     * @throws IllegalArgumentException if a call has no answer or shares its id with another of its reply, or an answer
     *     has no call, for which providers refuse the request; the message names the call
     */
    public static List<Message> of(ModelRequest request) {
        Conversation conversation = new Conversation(request.tools());
        request.messages().forEach(message -> conversation.written.addAll(message.accept(conversation.arrangement)));
        conversation.checkAnswered();
        conversation.written.addAll(conversation.takeWaiting());
        return List.copyOf(conversation.written);
    }

    /**
     * Puts arguments that are no JSON object in the form in which the tools understood them; what no tool understands
     * stays as it is. For whoever shows a model only some of the tools: {@link #of} knows no others, and what was said
     * before must not depend on what is offered now.
     *
     * @param messages a conversation
     * @param tools all tools that calls in it may mean
     * @return the same conversation
     */
    public static List<Message> understood(List<Message> messages, List<ToolSpec<?>> tools) {
        return messages.stream().map(message -> understood(message, tools)).toList();
    }

    private static Message understood(Message message, List<ToolSpec<?>> tools) {
        if (!(message instanceof Message.Assistant assistant)) {
            return message;
        }
        List<Call> calls = assistant.calls().stream()
                .map(call -> ArgumentsObject.of(call, tools)
                        .map(arguments -> new Call(call.id(), call.tool(), arguments))
                        .orElse(call))
                .toList();
        return new Message.Assistant(assistant.text(), calls, assistant.state());
    }

    /** The messages to write for each message of the request. */
    private final class Arrangement implements Message.Visitor<List<Message>> {

        /** Held back until the next reply, because answers to calls precede it. */
        @Override
        public List<Message> user(Message.User user) {
            if (!user.text().isBlank()) {
                waiting.add(user.text());
            }
            return List.of();
        }

        @Override
        public List<Message> toolAnswer(Message.ToolAnswer answer) {
            if (!open.remove(answer.callId())) {
                throw new IllegalArgumentException("There is an answer to the call " + answer.callId()
                        + ", but the reply before it made no such call, or it was answered before.");
            }
            return List.of(answer);
        }

        @Override
        public List<Message> assistant(Message.Assistant assistant) {
            if (assistant.text().isBlank() && assistant.calls().isEmpty()) {
                return List.of();
            }
            checkAnswered();
            List<Message> messages = new ArrayList<>(takeWaiting());
            List<Call> calls = assistant.calls().stream().map(this::opened).toList();
            messages.add(new Message.Assistant(assistant.text(), calls, assistant.state()));
            return messages;
        }

        private Call opened(Call call) {
            if (!open.add(call.id())) {
                throw new IllegalArgumentException("Two calls of one reply have the id " + call.id() + ".");
            }
            String arguments = ArgumentsObject.of(call, tools).orElse("{}");
            return new Call(call.id(), possibleName(call.tool()), arguments);
        }
    }

    private void checkAnswered() {
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    "Calls have no answer: " + open.stream().sorted().toList());
        }
    }

    private List<Message> takeWaiting() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Message words = new Message.User(String.join("\n\n", waiting));
        waiting.clear();
        return List.of(words);
    }

    private static String possibleName(String tool) {
        String name = IMPOSSIBLE_IN_NAMES.matcher(tool).replaceAll("_");
        return name.isEmpty() ? "_" : name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
    }
}
