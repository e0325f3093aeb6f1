package dev.escapement.thread;

import dev.escapement.engine.ModelMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The default rendering of a thread: what the model is shown of it, unless its agent has a
 * {@link dev.escapement.Context} method. Such a method may call this class and change what comes of it. Both forms are
 * pure functions of the thread.
 *
 * <p>{@link #messages} is a conversation in the terms of providers:
 *
 * <ul>
 *   <li>The input of the thread and the messages of a person are messages of the user.
 *   <li>A reply of the model is a message of the model, with what its provider wants back. The answers to its calls stand directly behind it, in the order
 *       of the calls, whenever they came; a call without an answer yet has none. A reply with neither text nor calls is
 *       left out, because some providers refuse a message without content; that it was empty is said.
 *   <li>A call is answered with its step's result, a person's reply, a person's note about what the step did, or the
 *       reason why there is none. A step that selected the next call is answered once that one is: a line with the
 *       tool and the arguments of each call that was selected, then the answer to the last.
 *   <li>Context is a message of the user in tags with the name of its source, {@code <tags>…</tags>}. Of each source
 *       only what was fetched last is shown, where it was fetched. It is escaped as in {@link #text}.
 *   <li>Everything else stays unseen: gates that passed, questions to persons, starts of steps, the end of the thread.
 * </ul>
 *
 * <p>A value that is a JSON string is shown bare, any other as JSON text. These are all words that are
 * added; the reasons that stand behind the first two are the agent's own, or else {@link ModelMessages} of the library, or the
 * {@linkplain Decoded.Rejected#feedback(String) feedback} that lists the faults of arguments:
 *
 * <ul>
 *   <li>{@link #ERROR}, before the reason why a call or a text was rejected, a step failed or there is no context:
 *       "{@value #ERROR}"
 *   <li>{@link #DENIED}, before the reason of a gate: "{@value #DENIED}"
 *   <li>{@link #REFUSED}, before the reason of a person: "{@value #REFUSED}"
 *   <li>{@link #EDITED}, on a line of its own before the answer, if a person changed the arguments: "{@value #EDITED}"
 *   <li>{@link #DONE}, in place of the result of a step that returns nothing: "{@value #DONE}"
 *   <li>{@link #LAST_REQUEST}, at the end if the budget leaves no further request: "{@value #LAST_REQUEST}"
 * </ul>
 *
 * <p>{@link #text} is one compact text with a tag an event, and adds no words but the names of tags, of attributes and of
 * the {@linkplain dev.escapement.model.StopReason reasons} why a reply is not complete.
 */
public final class Rendering {

    /** Stands before the reason why a call or a text was rejected, a step failed or there is no context. */
    public static final String ERROR = "Error: ";

    /** Stands before the reason for which a gate denied a call. */
    public static final String DENIED = "Denied: ";

    /** Stands before the reason for which a person refused a call. */
    public static final String REFUSED = "Refused by a person: ";

    /** Stands before the arguments that a person wrote in place of the model's; the answer follows on the next line. */
    public static final String EDITED = "A person changed the arguments to: ";

    /** The answer of a step that returns nothing. */
    public static final String DONE = "Done.";

    /** The last message of the last request. */
    public static final String LAST_REQUEST = "This is the last turn: call one of the remaining tools now.";

    private static final ReadOptions NO_CLOCK = new ReadOptions(Set.of(), null);

    private Rendering() {}

    /**
     * Renders a thread as the messages of a conversation.
     *
     * @param thread the thread
     * @param lastRequest whether the budget leaves no further request, so that only finishing tools are offered
     * @return the messages, oldest first
     */
    public static List<Message> messages(AgentThread thread, boolean lastRequest) {
        List<Event> events = thread.events();
        Collection<Integer> newest = newestContext(events);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            messages.addAll(messages(events, i, newest.contains(i)));
        }
        if (lastRequest) {
            messages.add(new Message.User(LAST_REQUEST));
        }
        return messages;
    }

    /** Returns the messages that show one event. */
    private static List<Message> messages(List<Event> events, int index, boolean isNewestContext) {
        Event event = events.get(index);
        return switch (event.kind()) {
            case STARTED -> List.of(new Message.User(((Event.Started) event).input()));
            case MESSAGE_RECEIVED -> List.of(new Message.User(((Event.MessageReceived) event).text()));
            case TEXT_REJECTED -> List.of(new Message.User(ERROR + ((Event.TextRejected) event).reason()));
            case MODEL_REPLIED -> exchange((Event.ModelReplied) event, untilNextReply(events, index + 1));
            case CONTEXT_FETCHED -> isNewestContext ? context((Event.ContextFetched) event) : List.of();
            case CONTEXT_FAILED -> isNewestContext ? context((Event.ContextFailed) event) : List.of();
            case CALL_REJECTED, // shown directly after the reply whose call they answer
                    GATE_DENIED,
                    REFUSED,
                    STEP_RETURNED,
                    CALL_SELECTED,
                    STEP_FAILED,
                    STEP_CONFIRMED,
                    REPLY_RECEIVED,
                    FINISHED -> List.of();
            case GATE_PASSED, // not shown
                    APPROVAL_ASKED,
                    APPROVED,
                    STEP_STARTED,
                    RERUN_ALLOWED,
                    REPLY_ASKED,
                    PERSON_ASKED,
                    STOPPED -> List.of();
        };
    }

    /** Returns a reply, unless it is empty, and the answers to its calls. */
    private static List<Message> exchange(Event.ModelReplied replied, List<Event> following) {
        List<Message> messages = new ArrayList<>();
        if (!replied.text().isBlank() || !replied.calls().isEmpty()) {
            messages.add(new Message.Assistant(replied.text(), replied.calls(), replied.state()));
        }
        AnswerText answers = new AnswerText(following);
        replied.calls().forEach(call -> answers.to(call).ifPresent(messages::add));
        return messages;
    }

    /** Each call is answered before the model is asked again. */
    private static List<Event> untilNextReply(List<Event> events, int from) {
        int to = from;
        while (to < events.size() && !(events.get(to) instanceof Event.ModelReplied)) {
            to++;
        }
        return events.subList(from, to);
    }

    /** Where the events are that tell what was fetched last from each source. */
    private static Collection<Integer> newestContext(List<Event> events) {
        Map<String, Integer> newest = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.ContextFetched fetched) {
                newest.put(fetched.source(), i);
            }
            if (events.get(i) instanceof Event.ContextFailed failed) {
                newest.put(failed.source(), i);
            }
        }
        return newest.values();
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
     * Renders a thread as one text: for each event a tag with the name that the event has in JSON, such as
     * {@code step_returned}, each on a line of its own. The calls of a reply, and a call that a step selected, are tags
     * {@code call} within. The attribute {@code call} names the call that an event is about, {@code by} a person, and
     * {@code stop} says why a reply that is not complete ended.
     *
     * <p>Whatever a thread says is escaped as in XML, so that no content can end its own tag or look like another one:
     * inside a single element, the text is well-formed XML 1.0. Line ends become line feeds; control characters other
     * than tab and line feed, and characters that XML cannot express, are written as in JSON with a backslash and
     * {@code u}.
     *
     * <p>Left out are times, hashes, usage, budgets, idempotency keys, effects, the payload of a trigger, the schema of a
     * reply, whether a failure was declared, where a reply comes from and what its provider wants back.
     *
     * @param thread the thread
     * @return the text
     */
    public static String text(AgentThread thread) {
        return ThreadText.of(thread);
    }

    /**
     * Renders the result of a step.
     *
     * @param json the result as JSON text; empty for a step that returns nothing
     * @return what the model is shown
     */
    public static String result(String json) {
        return json.isEmpty() ? DONE : bare(json);
    }

    /** A JSON string without its quotes and escapes, anything else as it is. */
    static String bare(String json) {
        return json.startsWith("\"")
                ? ValueCodecs.TEXT.decode(json, NO_CLOCK).fold(Decoded.Accepted::value, rejected -> json)
                : json;
    }
}
