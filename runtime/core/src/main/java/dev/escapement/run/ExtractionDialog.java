package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.ModelMessages;
import dev.escapement.internal.text.Excerpt;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.run.ExtractionException.Reason;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests and replies of one extraction. Not safe for use by several Java threads. */
final class ExtractionDialog<T> {

    private static final int MAX_PROBLEM_LENGTH = 2_000;

    /** The problem of a reply: its reason, the description for people and the answer for the model. */
    private record ReplyProblem(Reason reason, String description, String answer, List<Violation> violations) {

        ReplyProblem(Reason reason, String answer) {
            this(reason, answer, answer, List.of());
        }
    }

    private final ToolSpec<T> spec;
    private final String prompt;
    private final RequestOptions options;
    private final ContentStore contents;
    private final List<Message> messages = new ArrayList<>();
    private int requests;
    private Usage usage = Usage.NONE;
    private @Nullable ModelReply last;

    ExtractionDialog(
            ToolSpec<T> spec, String prompt, RequestOptions options, List<Content> content, ContentStore contents) {
        this.spec = spec;
        this.prompt = prompt;
        this.options = options;
        this.contents = contents;
        messages.add(new Message.User(content));
    }

    /**
     * Sends a request and returns the value in the reply, or null if the reply must be corrected.
     *
     * @param isLast whether a problem ends the extraction
     */
    @Nullable
    Extracted<T> next(Model model, boolean isLast) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure(new ReplyProblem(Reason.INTERRUPTED, ExtractionMessages.INTERRUPTED));
        }
        ModelReply reply =
                model.reply(new ModelRequest(prompt, messages, List.of(spec), ToolChoice.REQUIRED, options, contents));
        last = Objects.requireNonNull(reply, ExtractionMessages.NULL_REPLY);
        requests++;
        usage = sum(usage, reply.usage());
        Optional<ReplyProblem> incomplete = incomplete(reply.stop());
        if (incomplete.isPresent()) {
            return corrected(reply, List.of(), incomplete.get(), isLast);
        }
        List<Call> calls = reply.calls();
        if (calls.size() != 1) {
            return corrected(reply, calls, calls.isEmpty() ? noCall() : severalCalls(), isLast);
        }
        Call call = calls.get(0);
        if (!call.tool().equals(spec.name())) {
            String answer = ModelMessages.unknownTool(call.tool(), List.of(spec.name()));
            return corrected(reply, calls, new ReplyProblem(Reason.NO_CALL, answer), isLast);
        }
        Decoded<T> decoded = spec.decode(call.arguments());
        return decoded.<@Nullable Extracted<T>>fold(
                accepted -> new Extracted<>(accepted.value(), usage, accepted.repairs(), requests - 1),
                rejected -> corrected(reply, calls, rejected(rejected), isLast));
    }

    /** Adds a reply and the answer to its problem to the conversation, or throws the exception for the problem. */
    private @Nullable Extracted<T> corrected(ModelReply reply, List<Call> calls, ReplyProblem problem, boolean isLast) {
        if (isLast || problem.reason() == Reason.REFUSED) {
            throw failure(problem);
        }
        if (calls.isEmpty()) {
            // The state of an incomplete reply can belong to calls that are not repeated.
            Optional<ProviderState> state = reply.stop() == StopReason.COMPLETE ? reply.state() : Optional.empty();
            messages.add(new Message.Assistant(reply.text(), List.of(), state));
            messages.add(new Message.User(problem.answer()));
        } else {
            messages.add(new Message.Assistant(reply.text(), calls, reply.state()));
            calls.forEach(call -> messages.add(new Message.ToolAnswer(call.id(), problem.answer(), true)));
        }
        return null;
    }

    private ReplyProblem noCall() {
        return new ReplyProblem(
                Reason.NO_CALL, ExtractionMessages.NO_CALL, ExtractionMessages.noCall(spec.name()), List.of());
    }

    private ReplyProblem severalCalls() {
        return new ReplyProblem(Reason.SEVERAL_CALLS, ExtractionMessages.severalCalls(spec.name()));
    }

    private ReplyProblem rejected(Decoded.Rejected<T> rejected) {
        String feedback = rejected.feedback(spec.name());
        return new ReplyProblem(Reason.REJECTED, feedback, feedback, rejected.violations());
    }

    private static Optional<ReplyProblem> incomplete(StopReason stop) {
        return switch (stop) {
            case COMPLETE -> Optional.empty();
            case LENGTH -> Optional.of(new ReplyProblem(Reason.TRUNCATED, ModelMessages.CUT_OFF));
            case CONTENT_FILTER -> Optional.of(new ReplyProblem(Reason.FILTERED, ModelMessages.FILTERED));
            case REFUSAL -> Optional.of(new ReplyProblem(Reason.REFUSED, ModelMessages.REFUSED));
            case UNKNOWN -> Optional.of(new ReplyProblem(Reason.INCOMPLETE, ModelMessages.INCOMPLETE));
            case TOO_MANY_CALLS -> Optional.of(new ReplyProblem(Reason.SEVERAL_CALLS, ModelMessages.TOO_MANY_CALLS));
        };
    }

    private ExtractionException failure(ReplyProblem problem) {
        String description = Excerpt.lines(problem.description(), MAX_PROBLEM_LENGTH);
        return new ExtractionException(
                problem.reason(),
                ExtractionMessages.failed(spec.name(), requests, description),
                problem.violations(),
                last,
                usage);
    }

    private static Usage sum(Usage one, Usage other) {
        long input = saturated(one.inputTokens(), other.inputTokens(), Long.MAX_VALUE);
        return new Usage(
                input,
                saturated(one.outputTokens(), other.outputTokens(), Long.MAX_VALUE - input),
                saturated(one.cachedTokens(), other.cachedTokens(), Long.MAX_VALUE),
                one.cost().add(other.cost()));
    }

    private static long saturated(long one, long other, long limit) {
        return one > limit - Math.min(limit, other) ? limit : Math.min(limit, one + other);
    }
}
