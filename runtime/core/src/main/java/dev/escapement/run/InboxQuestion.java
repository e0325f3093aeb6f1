package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An open question of a thread, with everything that a person must read before the decision. The decision is recorded
 * with {@link #threadId} and {@link #callId}, also for a thread that another thread started.
 *
 * <pre>{@code
 * for (InboxQuestion question : inbox.questions("case-1042")) {
 *     System.out.println(String.join(" > ", question.path()) + ": " + question.text());
 * }
 * }</pre>
 *
 * @param path the names of the agents from the root thread to the thread of the question, one or more
 * @param threadId the id of the thread of the question
 * @param question the call id, the kind, the time of the question and its deadline
 * @param call the call with the arguments with which its step runs; empty for {@link Standing.Kind#MESSAGE}
 * @param text the text of the question; empty if the kind is the only information
 * @param replySchema the JSON Schema of the reply; empty unless the kind is {@link Standing.Kind#REPLY} and the schema was
 *     recorded
 * @param argumentsSha256 the hash to which an approval is bound, as hexadecimal digits; empty unless the kind is
 *     {@link Standing.Kind#APPROVAL}
 */
public record InboxQuestion(
        List<String> path,
        String threadId,
        Standing.Question question,
        Optional<Call> call,
        String text,
        String replySchema,
        String argumentsSha256) {
    public InboxQuestion {
        path = List.copyOf(path);
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(replySchema, "replySchema");
        Objects.requireNonNull(argumentsSha256, "argumentsSha256");
    }

    /**
     * Returns a question of a thread with its content.
     *
     * @param thread the thread, possibly a newer version than the one that the store had indexed
     * @param question a question in its {@link Standing}
     * @return the question; empty if it is not open any more
     */
    public static Optional<InboxQuestion> of(AgentThread thread, Standing.Question question) {
        return QuestionTree.question(thread, question);
    }

    /** {@return the id of the call; empty for {@link Standing.Kind#MESSAGE}} */
    public String callId() {
        return question.callId();
    }

    /** {@return the kind of the question} */
    public Standing.Kind kind() {
        return question.kind();
    }

    /** {@return the time of the event that opened the question} */
    public Instant since() {
        return question.since();
    }

    /** {@return the time after which a decision is refused; empty if there is none} */
    public Optional<Instant> deadline() {
        return question.deadline();
    }
}
