package dev.escapement.thread;

import dev.escapement.internal.collection.PersistentList;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.model.Message;
import java.util.List;
import java.util.Optional;
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
 *   <li>The answer to a call is its step's result, a person's reply, a person's note about the outcome of the step, the
 *       fallback of a question that expired, or the reason for a rejection, denial, refusal, expiry or failure. The answer to a call whose step selected another call
 *       consists of a notice with the tool and arguments of each selected call, followed by the answer to the last one.
 *   <li>Context is a message of the user. Only the most recent context of each source is included, at the position
 *       where it was fetched.
 *   <li>The files of an input, a message, a reply, a result or context follow its text in the same message.
 *   <li>If a request failed because of its {@linkplain RequestFailed.Part#CONTENT content} and a message of a
 *       person follows, a notice replaces the files that precede the failure and were not in a successful request.
 *   <li>Everything else is omitted: gates that passed, questions to people, starts of steps, the end of the thread.
 * </ul>
 *
 * <p>The form of a text shows its origin, and no text can imitate another form:
 *
 * <ul>
 *   <li>Context is in a tag with the name of its source, {@code <context source="tags">…</context>}, escaped as in
 *       {@link #text}.
 *   <li>Words of the library are in a tag {@code <notice>…</notice>}, together with the reasons, arguments and names
 *       that they contain, escaped as in {@link #text}. These are rejections, denials by a gate, refusals and edited
 *       arguments of a person, expired questions, undeclared failures, selected calls and the remarks below.
 *   <li>Every other text is from people or tools and verbatim, except that a {@code <} that begins a tag named
 *       {@code context} or {@code notice} is escaped as in XML. This includes the input, the messages and replies
 *       of people, results, and the messages of declared exceptions. The case of the tag, white space, slashes and
 *       invisible characters before its name, and similar characters make no difference. A {@code <} at the end of a
 *       text is also escaped. The text of the model's own replies is unchanged.
 * </ul>
 *
 * <p>A value that is a JSON string is rendered without quotes and escapes, unless it is blank; any other value is
 * rendered as JSON text. Results, replies, context, reasons and arguments are cut if they are longer than
 * {@link #MAX_LENGTH}, or than the {@linkplain dev.escapement.Step#maxResultLength maximum length of the step}: the
 * beginning remains and, except in notices, a fifth of the maximum length at the end. The thread keeps the whole text.
 * The input and the messages of people are not cut; {@link #within} limits the whole rendering.
 *
 * <p>The rendering adds only the following words; the reasons after the first two come from the agent, from
 * {@code ModelMessages}, or from the {@linkplain Decoded.Rejected#feedback(String) feedback} that lists the violations
 * of arguments:
 *
 * <ul>
 *   <li>{@link #ERROR}, before the reason why a call or a reply without calls was rejected, a step failed or context
 *       could not be fetched: "{@value #ERROR}". It precedes the message of a declared exception outside of a notice.
 *   <li>{@link #DENIED}, before a gate's reason: "{@value #DENIED}"
 *   <li>{@link #REFUSED}, before a person's reason: "{@value #REFUSED}"
 *   <li>{@link #NO_DECISION}, if the deadline for the approval of the call passed: "{@value #NO_DECISION}"
 *   <li>{@link #NO_REPLY}, if the deadline for the reply passed: "{@value #NO_REPLY}"
 *   <li>{@link #FALLBACK}, on a separate line before the fallback that applies in this case: "{@value #FALLBACK}"
 *   <li>{@link #EDITED}, on a separate line before the answer, if a person changed the arguments: "{@value #EDITED}"
 *   <li>{@link #DONE}, in place of the result of a step that returns {@code void}: "{@value #DONE}"
 *   <li>{@link #SHORTENED}, where a text was cut, before the number of UTF-16 code units that remain, " of ", and the
 *       length of the text: "{@value #SHORTENED}"
 *   <li>{@link #LEFT_OUT}, before the number of messages that a {@link BoundedRendering} omits: "{@value #LEFT_OUT}"
 *   <li>{@link #FILES_LEFT_OUT}, before the names of files that a {@link BoundedRendering} omits:
 *       "{@value #FILES_LEFT_OUT}"
 *   <li>{@link #FILES_NOT_SENT}, before the names of files that replace the files: "{@value #FILES_NOT_SENT}"
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

    /** The answer to a call that was not approved or refused by its deadline. */
    public static final String NO_DECISION = "Not run, because no decision was made in time.";

    /** The answer to a call whose question did not receive a reply by its deadline. */
    public static final String NO_REPLY = "No reply arrived in time.";

    /** The notice that the text on the next line is the fallback for a reply. */
    public static final String FALLBACK = NO_REPLY + " The default reply applies:";

    /** The prefix for arguments that a person edited. The answer to the call follows on the next line. */
    public static final String EDITED = "A person changed the arguments to: ";

    /** The answer to a call whose step returns {@code void}. */
    public static final String DONE = "Done.";

    /** The message that is appended to the last request that the budget permits. */
    public static final String LAST_REQUEST = "This is the last request of this turn: finish now.";

    /** The prefix for the numbers of UTF-16 code units that remain of a text and that it contained. */
    public static final String SHORTENED = "Shortened. Characters shown: ";

    /** The prefix for the number of messages that a {@link BoundedRendering} omits. */
    public static final String LEFT_OUT = "Earlier messages left out: ";

    /** The prefix for the names of files that a {@link BoundedRendering} omits. */
    public static final String FILES_LEFT_OUT = "Files left out: ";

    /** The prefix for the names of files that were omitted because a request with them failed. */
    public static final String FILES_NOT_SENT = "Files that could not be sent: ";

    /**
     * The default maximum length, in UTF-16 code units, of a result, reply, context, reason or arguments in the
     * rendering.
     */
    public static final int MAX_LENGTH = 50_000;

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
        return lastRequest ? messages.with(new Message.User(notice(LAST_REQUEST))) : messages;
    }

    /**
     * Returns a rendering whose length is limited. It equals {@link #messages} as long as these fit.
     *
     * @param tokens the maximum number of estimated tokens; at least 100
     * @return the rendering
     * @throws IllegalArgumentException if the number is less than 100
     */
    public static BoundedRendering within(int tokens) {
        return new BoundedRendering(tokens, Optional.empty());
    }

    /**
     * Returns words in the form that only the library and the agent use: {@code <notice>…</notice>}. Intended for
     * messages that a {@link dev.escapement.Context} method adds.
     *
     * @param words any text
     * @return the tag with the escaped words, which are cut after {@link #MAX_LENGTH} characters
     */
    public static String notice(String words) {
        return BoundedText.notice("", words);
    }

    /**
     * Returns a thread as text with one tag for each event. Each tag is on a separate line and has the name that the
     * event has in JSON, such as {@code step_returned}. The calls of a reply, and a call that a step selected, are
     * nested tags {@code call}. The attribute {@code call} is the id of the call that an event concerns, {@code by} is
     * the name of a person, {@code as} is the kind of a person's answer, {@code stop} is the stop reason of an
     * incomplete reply, and {@code cause} is the cause of a failed request or of the end. A file is a nested tag {@code
     * file} with the attributes {@code type} and {@code name}.
     *
     * <p>Content is escaped as in XML, so that it cannot end its tag or resemble another one: inside a root element,
     * the text is well-formed XML 1.0. Line ends become line feeds; control characters other than tab and line feed,
     * and characters that XML cannot express, are written as in JSON with a backslash and {@code u}.
     *
     * <p>The text omits times, hashes, usage, budgets, idempotency keys, effects, the payload of a trigger, the schema
     * and the fallback of a reply, whether a failure was declared, and the provenance and provider state of replies.
     *
     * @param thread the thread
     * @return the text
     */
    public static String text(AgentThread thread) {
        return ThreadText.of(thread);
    }

    /**
     * Returns the whole result of a step as text for people. The model receives it as documented for this class.
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
