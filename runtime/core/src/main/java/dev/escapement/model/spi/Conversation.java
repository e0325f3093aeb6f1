package dev.escapement.model.spi;

import dev.escapement.content.Content;
import dev.escapement.internal.collection.MappedList;
import dev.escapement.internal.text.BlankText;
import dev.escapement.internal.text.ConversationMessages;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A converter that transforms the messages of a request into a form that every provider accepts. The converter does not
 * add text:
 *
 * <ul>
 *   <li>The answers to the calls of a reply directly follow it, in the order in which they were given.
 *   <li>Consecutive messages from the user are joined. Adjacent texts are separated by an empty line.
 *   <li>Empty replies from the model and blank texts from the user are omitted.
 *   <li>The arguments of an earlier call are a JSON object: as the model wrote them if they are one, otherwise as the
 *       tool decodes them, or {@code {}} if it cannot; the answer to the call states the problem. Most providers reject
 *       other arguments, so a single malformed call would block its thread.
 *   <li>The name of a tool in an earlier call is valid: in a name that a model invented, characters that providers
 *       reject are replaced by underscores, and the name is cut after 64 characters.
 * </ul>
 */
public final class Conversation {

    private static final int MAX_NAME_LENGTH = 64;

    private final List<ToolSpec<?>> tools;
    private final List<Message> written = new ArrayList<>();
    private final List<Content> waiting = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private final Arrangement arrangement = new Arrangement();

    private Conversation(List<ToolSpec<?>> tools) {
        this.tools = tools;
    }

    /**
     * Returns the messages of a request in a form that every provider accepts.
     *
     * @param request the request
     * @return the messages, oldest first
     * @throws IllegalArgumentException if a call is unanswered or has the id of another call of its reply, or an answer
     *     does not belong to a call of the preceding reply; providers reject such requests. The message contains the id
     *     of the call
     */
    public static List<Message> of(ModelRequest request) {
        Conversation conversation = new Conversation(request.tools());
        request.messages().forEach(message -> conversation.written.addAll(message.accept(conversation.arrangement)));
        conversation.checkAnswered();
        conversation.written.addAll(conversation.takeWaiting());
        return List.copyOf(conversation.written);
    }

    /**
     * Returns the given messages, with the arguments of each call converted to a JSON object if a tool can decode them.
     * Other arguments are unchanged. Intended for requests that offer only some of an agent's tools: {@link #of}
     * decodes with the tools of the request alone, but the form of earlier calls must not depend on the tools offered
     * now.
     *
     * @param messages the messages of a conversation
     * @param tools all tools to which the calls may refer
     * @return a view that converts each message when it is read
     */
    public static List<Message> understood(List<Message> messages, List<ToolSpec<?>> tools) {
        return new MappedList<>(messages) {
            @Override
            protected Message mapped(Message message) {
                return understood(message, tools);
            }
        };
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

    /**
     * A visitor that returns, for each message of the request, the messages to append to the converted conversation.
     */
    private final class Arrangement implements Message.Visitor<List<Message>> {

        /**
         * Defers a user message until the next assistant message, because the answers to pending calls must precede it.
         */
        @Override
        public List<Message> user(Message.User user) {
            user.content().stream().filter(Conversation::isUsable).forEach(Conversation.this::defer);
            return List.of();
        }

        @Override
        public List<Message> toolAnswer(Message.ToolAnswer answer) {
            if (!open.remove(answer.callId())) {
                throw new IllegalArgumentException(ConversationMessages.unexpectedAnswer(answer.callId()));
            }
            return List.of(answer);
        }

        @Override
        public List<Message> assistant(Message.Assistant assistant) {
            if (BlankText.is(assistant.text()) && assistant.calls().isEmpty()) {
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
                throw new IllegalArgumentException(ConversationMessages.repeatedCall(call.id()));
            }
            String arguments = ArgumentsObject.of(call, tools).orElse("{}");
            return new Call(call.id(), possibleName(call.tool()), arguments);
        }
    }

    private void checkAnswered() {
        if (!open.isEmpty()) {
            throw new IllegalArgumentException(
                    ConversationMessages.unanswered(open.stream().sorted().toList()));
        }
    }

    private List<Message> takeWaiting() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Message words = new Message.User(waiting);
        waiting.clear();
        return List.of(words);
    }

    private static boolean isUsable(Content content) {
        return !(content instanceof Content.Text text) || !BlankText.is(text.text());
    }

    /** Defers a part of a user message. Adjacent texts become one. */
    private void defer(Content part) {
        int last = waiting.size() - 1;
        if (part instanceof Content.Text && last >= 0 && waiting.get(last) instanceof Content.Text before) {
            waiting.set(last, new Content.Text(Content.textOf(List.of(before, part))));
        } else {
            waiting.add(part);
        }
    }

    private static String possibleName(String tool) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < tool.length(); i = tool.offsetByCodePoints(i, 1)) {
            int character = tool.codePointAt(i);
            name.append(isPossibleInName(character) ? (char) character : '_');
        }
        return name.isEmpty() ? "_" : name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
    }

    private static boolean isPossibleInName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
