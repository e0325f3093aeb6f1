package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.internal.text.BlankText;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages that represent one event in the default rendering. A reply of the model includes the answers to its
 * calls. Immutable.
 */
final class RenderedEvent {

    private static final RenderedEvent NONE = new RenderedEvent(Optional.empty(), List.of(), List.of(), 0);

    private final Optional<String> source;
    private final List<Message> messages;
    private final List<String> tools;
    private final int tokens;

    private RenderedEvent(Optional<String> source, List<Message> messages, List<String> tools, int tokens) {
        this.source = source;
        this.messages = messages;
        this.tools = tools;
        this.tokens = tokens;
    }

    private static RenderedEvent of(List<Message> messages) {
        return new RenderedEvent(Optional.empty(), messages, List.of(), TokenEstimate.of(messages));
    }

    /** Returns the name of the source if the event is context, which replaces earlier context of the source. */
    Optional<String> source() {
        return source;
    }

    /** Returns the messages, oldest first. */
    List<Message> messages() {
        return messages;
    }

    /** Returns whether the messages begin with a reply of the model. */
    boolean isExchange() {
        return !messages.isEmpty() && messages.get(0) instanceof Message.Assistant;
    }

    /** Returns whether the messages contain a successful result of a tool. */
    boolean hasResultOf(String tool) {
        return tools.contains(tool);
    }

    /** Returns the estimated number of tokens. */
    int tokens() {
        return tokens;
    }

    /** Returns a copy without messages, so that superseded context is not retained. */
    RenderedEvent withoutMessages() {
        return new RenderedEvent(source, List.of(), tools, tokens);
    }

    /** Returns the rendering of one event. */
    static RenderedEvent of(List<Event> events, int index) {
        Event event = events.get(index);
        return switch (event.kind()) {
            case STARTED -> of(person(((Event.Started) event).input(), UnsentFiles.of(event), events, index));
            case MESSAGE_RECEIVED -> isUnseen(events, index) ? NONE : of(message(event, events, index));
            case TEXT_REJECTED ->
                of(user(content(
                        BoundedText.notice(Rendering.ERROR, ((Event.TextRejected) event).reason()), List.of())));
            case MODEL_REPLIED -> exchange(events, index);
            case CONTEXT_FETCHED -> context((Event.ContextFetched) event, events, index);
            case CONTEXT_FAILED -> context((Event.ContextFailed) event);
            case CALL_REJECTED, // included in the answers that follow the reply
                    GATE_DENIED,
                    GATE_FAILED,
                    REFUSED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    REPLY_RECEIVED,
                    EXPIRED,
                    DELEGATE_ENDED,
                    ANSWERED_BY_PERSON,
                    FINISHED -> NONE;
            case REQUEST_FAILED, // omitted
                    AGENT_UPDATED,
                    DELEGATE_STARTED,
                    GATE_PASSED,
                    APPROVAL_ASKED,
                    APPROVED,
                    STEP_STARTED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    BUDGET_EXTENDED,
                    STOPPED -> NONE;
        };
    }

    private static List<Message> message(Event event, List<Event> events, int index) {
        Event.MessageReceived received = (Event.MessageReceived) event;
        return person(received.text(), received.files(), events, index);
    }

    private static List<Message> person(String text, List<Content.File> files, List<Event> events, int index) {
        return user(content(ReservedTags.escaped(text), files, events, index));
    }

    private static List<Message> user(List<Content> content) {
        return List.of(new Message.User(content));
    }

    /** Returns a text followed by the files of an event, or by a notice if the files could not be sent. */
    static List<Content> content(String text, List<Content.File> files, List<Event> events, int index) {
        return !files.isEmpty() && UnsentFiles.areOmitted(events, index)
                ? content(OmittedFiles.unsent(text, files), List.of())
                : content(text, files);
    }

    /** Returns a text followed by files. A blank text is omitted if there are files. */
    static List<Content> content(String text, List<Content.File> files) {
        List<Content> content = new ArrayList<>(files.size() + 1);
        if (files.isEmpty() || !BlankText.is(text)) {
            content.add(new Content.Text(text));
        }
        content.addAll(files);
        return content;
    }

    /** Returns whether the reply after a message was written without knowledge of the message. */
    private static boolean isUnseen(List<Event> events, int index) {
        for (int i = index + 1; i < events.size(); i++) {
            if (events.get(i) instanceof Event.ModelReplied reply) {
                return i - reply.unseen() <= index;
            }
        }
        return false;
    }

    /** Returns the index of the first event after the previous reply that the model did not see when it replied. */
    private static int firstUnseen(List<Event> events, int index) {
        int end = Math.max(0, index - ((Event.ModelReplied) events.get(index)).unseen());
        int first = index;
        while (first > end && !(events.get(first - 1) instanceof Event.ModelReplied)) {
            first--;
        }
        return first;
    }

    /**
     * Returns the message for a reply, unless the reply is empty, followed by the messages for the answers to its
     * calls and by the messages of people that the model did not see when it replied.
     */
    private static RenderedEvent exchange(List<Event> events, int index) {
        Event.ModelReplied replied = (Event.ModelReplied) events.get(index);
        List<Message> messages = new ArrayList<>();
        if (!BlankText.is(replied.text()) || !replied.calls().isEmpty()) {
            messages.add(new Message.Assistant(replied.text(), replied.calls(), replied.state()));
        }
        AnswerText answers = new AnswerText(events, index + 1);
        replied.calls().forEach(call -> answers.to(call).ifPresent(messages::add));
        for (int i = firstUnseen(events, index); i < index; i++) {
            if (events.get(i).kind() == EventKind.MESSAGE_RECEIVED) {
                messages.addAll(message(events.get(i), events, index));
            }
        }
        return new RenderedEvent(Optional.empty(), messages, answers.succeeded(), TokenEstimate.of(messages));
    }

    private static RenderedEvent context(Event.ContextFetched fetched, List<Event> events, int index) {
        String source = fetched.source();
        String result = fetched.result();
        String text = result.isEmpty()
                ? BoundedText.contextNotice(source, Rendering.DONE)
                : BoundedText.context(source, Rendering.bare(result));
        return context(source, content(text, fetched.files(), events, index));
    }

    private static RenderedEvent context(Event.ContextFailed failed) {
        String message = Rendering.ERROR + failed.message();
        String text = failed.declared()
                ? BoundedText.context(failed.source(), message)
                : BoundedText.contextNotice(failed.source(), message);
        return context(failed.source(), content(text, List.of()));
    }

    private static RenderedEvent context(String source, List<Content> content) {
        List<Message> messages = user(content);
        return new RenderedEvent(Optional.of(source), messages, List.of(), TokenEstimate.of(messages));
    }
}
