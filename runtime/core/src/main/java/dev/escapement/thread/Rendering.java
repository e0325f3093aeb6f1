package dev.escapement.thread;

import dev.escapement.internal.collection.PersistentList;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The default rendering of a thread as the conversation that the model receives. A {@link dev.escapement.Context}
 * method of an agent replaces it; such a method may call this class and return a changed copy of the result.
 * {@link #messages} and {@link #text} are pure functions of the thread.
 *
 * <p>{@link #messages} returns a conversation as providers define it:
 *
 * <ul>
 *   <li>The input of the thread and the messages of people are messages of the user.
 *   <li>A reply of the model is a message of the model, with the provider's state. The answers to its calls directly
 *       follow it in the order of the calls, whenever they were recorded; an unanswered call has no answer message. A
 *       reply with neither text nor calls is omitted, because some providers reject messages without content; the
 *       rejection that follows it states that the reply was empty.
 *   <li>The answer to a call is its step's result, a person's reply, a person's note about the outcome of the step, or
 *       the reason for a rejection, denial, refusal or failure. The answer to a call whose step selected another call
 *       consists of a line with the tool and arguments of each selected call, followed by the answer to the last one.
 *   <li>Context is a message of the user, in tags with the name of its source, {@code <tags>…</tags>}, escaped as in
 *       {@link #text}. Only the most recent context of each source is included, at the position where it was fetched.
 *   <li>Everything else is omitted: gates that passed, questions to people, starts of steps, the end of the thread.
 * </ul>
 *
 * <p>A value that is a JSON string is rendered without quotes and escapes, any other value as JSON text. The rendering
 * adds only the following words; the reasons after the first two come from the agent, from {@code ModelMessages}, or
 * from the {@linkplain Decoded.Rejected#feedback(String) feedback} that lists the violations of arguments:
 *
 * <ul>
 *   <li>{@link #ERROR}, before the reason why a call or a reply without calls was rejected, a step failed or context
 *       could not be fetched: "{@value #ERROR}"
 *   <li>{@link #DENIED}, before a gate's reason: "{@value #DENIED}"
 *   <li>{@link #REFUSED}, before a person's reason: "{@value #REFUSED}"
 *   <li>{@link #EDITED}, on a separate line before the answer, if a person changed the arguments: "{@value #EDITED}"
 *   <li>{@link #DONE}, in place of the result of a step that returns {@code void}: "{@value #DONE}"
 *   <li>{@link #LAST_REQUEST}, at the end if this is the last request of the budget: "{@value #LAST_REQUEST}"
 * </ul>
 *
 * <p>{@link #text} returns the thread as compact text with one tag for each event. It adds only the names of tags,
 * attributes and {@linkplain dev.escapement.model.StopReason stop reasons}.
 */
public final class Rendering {

    /** The prefix for an error, such as the reason why a call was rejected or a step failed. */
    public static final String ERROR = "Error: ";

    /** The prefix for the reason why a gate denied a call. */
    public static final String DENIED = "Denied: ";

    /** The prefix for the reason why a person refused a call. */
    public static final String REFUSED = "Refused by a person: ";

    /** The prefix for arguments that a person edited. The answer to the call follows on the next line. */
    public static final String EDITED = "A person changed the arguments to: ";

    /** The answer to a call whose step returns {@code void}. */
    public static final String DONE = "Done.";

    /** The message that is appended to the last request that the budget permits. */
    public static final String LAST_REQUEST = "This is the last request of this turn: finish now.";

    private static final ReadOptions NO_CLOCK = new ReadOptions(Set.of(), null);

    private Rendering() {}

    /**
     * Returns a thread as the messages of a conversation.
     *
     * @param thread the thread
     * @param lastRequest whether this is the last request of the budget, which offers only finishing tools
     * @return an immutable list of the messages, oldest first; it shares its messages with earlier renderings of the
     *     thread
     */
    public static List<Message> messages(AgentThread thread, boolean lastRequest) {
        List<Event> events = thread.events();
        PersistentList<Message> messages =
                thread.transcript().to(events.size(), events).messages();
        return lastRequest ? messages.with(new Message.User(LAST_REQUEST)) : messages;
    }

    /** Returns the messages that represent one event. */
    static List<Message> messages(List<Event> events, int index) {
        Event event = events.get(index);
        return switch (event.kind()) {
            case STARTED -> List.of(new Message.User(((Event.Started) event).input()));
            case MESSAGE_RECEIVED -> isUnseen(events, index) ? List.of() : message(event);
            case TEXT_REJECTED -> List.of(new Message.User(ERROR + ((Event.TextRejected) event).reason()));
            case MODEL_REPLIED -> exchange(events, index);
            case CONTEXT_FETCHED -> context((Event.ContextFetched) event);
            case CONTEXT_FAILED -> context((Event.ContextFailed) event);
            case CALL_REJECTED, // included in the answers that follow the reply
                    GATE_DENIED,
                    GATE_FAILED,
                    REFUSED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    REPLY_RECEIVED,
                    ANSWERED_BY_PERSON,
                    FINISHED -> List.of();
            case REQUEST_FAILED, // omitted
                    GATE_PASSED,
                    APPROVAL_ASKED,
                    APPROVED,
                    STEP_STARTED,
                    STEP_IN_DOUBT,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    BUDGET_EXTENDED,
                    STOPPED -> List.of();
        };
    }

    private static List<Message> message(Event event) {
        return List.of(new Message.User(((Event.MessageReceived) event).text()));
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

    /**
     * Returns the message for a reply, unless the reply is empty, followed by the messages for the answers to its
     * calls and by the messages of people that the model did not see when it replied.
     */
    private static List<Message> exchange(List<Event> events, int index) {
        Event.ModelReplied replied = (Event.ModelReplied) events.get(index);
        List<Message> messages = new ArrayList<>();
        if (!replied.text().isBlank() || !replied.calls().isEmpty()) {
            messages.add(new Message.Assistant(replied.text(), replied.calls(), replied.state()));
        }
        AnswerText answers = new AnswerText(untilNextReply(events, index + 1));
        replied.calls().forEach(call -> answers.to(call).ifPresent(messages::add));
        for (int i = firstUnseen(events, index); i < index; i++) {
            if (events.get(i).kind() == EventKind.MESSAGE_RECEIVED) {
                messages.addAll(message(events.get(i)));
            }
        }
        return messages;
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
     * Returns the events from an index up to the next reply. These events include the answers to all calls of the
     * current reply.
     */
    private static List<Event> untilNextReply(List<Event> events, int from) {
        int to = from;
        while (to < events.size() && !(events.get(to) instanceof Event.ModelReplied)) {
            to++;
        }
        return events.subList(from, to);
    }

    private static List<Message> context(Event.ContextFetched fetched) {
        return context(fetched.source(), result(fetched.result()));
    }

    private static List<Message> context(Event.ContextFailed failed) {
        return context(failed.source(), ERROR + failed.message());
    }

    private static List<Message> context(String source, String text) {
        return List.of(
                new Message.User(new XmlTag(source).line().text(text).line().toString()));
    }

    /**
     * Returns a thread as text with one tag for each event. Each tag is on a separate line and has the name that the
     * event has in JSON, such as {@code step_returned}. The calls of a reply, and a call that a step selected, are
     * nested tags {@code call}. The attribute {@code call} is the id of the call that an event concerns, {@code by} is
     * the name of a person, and {@code stop} is the stop reason of an incomplete reply.
     *
     * <p>Content is escaped as in XML, so that it cannot end its tag or resemble another one: inside a root element,
     * the text is well-formed XML 1.0. Line ends become line feeds; control characters other than tab and line feed,
     * and characters that XML cannot express, are written as in JSON with a backslash and {@code u}.
     *
     * <p>The text omits times, hashes, usage, budgets, idempotency keys, effects, the payload of a trigger, the schema
     * of a reply, whether a failure was declared, and the provenance and provider state of replies.
     *
     * @param thread the thread
     * @return the text
     */
    public static String text(AgentThread thread) {
        return ThreadText.of(thread);
    }

    /**
     * Returns the result of a step as the model receives it.
     *
     * @param json the result as JSON text; empty for a step that returns {@code void}
     * @return the content of a JSON string, any other JSON text unchanged, or {@link #DONE} for an empty string
     */
    public static String result(String json) {
        return json.isEmpty() ? DONE : bare(json);
    }

    /** Returns the content of a JSON string, or any other JSON text unchanged. */
    static String bare(String json) {
        return json.startsWith("\"")
                ? ValueCodecs.TEXT.decode(json, NO_CLOCK).fold(Decoded.Accepted::value, rejected -> json)
                : json;
    }
}
