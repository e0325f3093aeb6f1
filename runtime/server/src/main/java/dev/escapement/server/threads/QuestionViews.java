package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.json.JsonText;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.Standing;
import dev.escapement.server.Identity;
import dev.escapement.server.body.AnswerKind;
import dev.escapement.server.body.PermittedAction;
import dev.escapement.server.body.QuestionBody;
import dev.escapement.server.http.ServerContext;
import dev.escapement.server.security.Permissions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bodies for open questions, with the decisions that an identity may send. */
final class QuestionViews {
    private final ServerContext context;

    QuestionViews(ServerContext context) {
        this.context = context;
    }

    /**
     * Returns the body for a question.
     *
     * @param identity the sender of the request
     * @param thread the thread of the question
     * @param labels the labels of the thread
     * @param question the question, which the thread contains
     */
    QuestionBody of(Identity identity, AgentThread thread, Map<String, String> labels, InboxQuestion question) {
        AgentLoop loop = context.loops().get(thread.agent());
        Optional<ShownCall> shown = thread.openCall(question.callId()).map(progress -> ShownCall.of(loop, progress));
        Optional<Call> call = shown.map(ShownCall::call);
        Optional<ToolSpec<?>> tool =
                loop == null ? Optional.empty() : call.flatMap(each -> ToolSpec.named(each.tool(), loop.tools()));
        return new QuestionBody(
                question.path(),
                question.threadId(),
                thread.agent(),
                question.callId(),
                question.kind(),
                question.since(),
                question.deadline(),
                question.text(),
                call.map(Call::tool),
                tool.map(ToolSpec::description),
                loop == null ? Optional.empty() : tool.map(spec -> loop.effect(spec.name())),
                shown.flatMap(ShownCall::arguments),
                tool.map(spec -> new JsonText(spec.schema(Dialect.JSON_SCHEMA))),
                shown.map(ShownCall::sha256).orElseGet(() -> sha256(thread, question)),
                JsonTexts.parsed(question.replySchema()),
                new TreeMap<>(labels),
                permitted(identity, thread.agent(), loop, question.kind(), call),
                question.kind() == Standing.Kind.DECISION && loop != null
                        ? Optional.of(answers(thread, question.callId()))
                        : Optional.empty());
    }

    private static String sha256(AgentThread thread, InboxQuestion question) {
        return question.kind() == Standing.Kind.MESSAGE ? MessageQuestion.sha256(thread) : "";
    }

    private List<AnswerKind> answers(AgentThread thread, String callId) {
        return context.inbox().permittedAnswers(thread, callId).stream()
                .map(QuestionViews::answer)
                .toList();
    }

    private static AnswerKind answer(Answer.Kind kind) {
        return switch (kind) {
            case RETURNED -> AnswerKind.RETURNED;
            case NEXT -> AnswerKind.NEXT;
            case QUESTION -> AnswerKind.QUESTION;
            case FINISHED -> AnswerKind.FINISHED;
            case FAILED -> AnswerKind.FAILED;
            case RUN_AGAIN -> AnswerKind.RUN_AGAIN;
        };
    }

    private List<PermittedAction> permitted(
            Identity identity, String agent, @Nullable AgentLoop loop, Standing.Kind kind, Optional<Call> call) {
        List<PermittedAction> permitted = new ArrayList<>();
        if (loop != null) {
            for (PermittedAction action : actions(kind)) {
                if (Permissions.permits(context, identity, agent, action.decision(), call)) {
                    permitted.add(action);
                }
            }
            add(permitted, identity, agent, PermittedAction.MESSAGE);
            add(permitted, identity, agent, PermittedAction.EXTEND);
        }
        add(permitted, identity, agent, PermittedAction.CANCEL);
        return permitted;
    }

    private void add(List<PermittedAction> permitted, Identity identity, String agent, PermittedAction action) {
        if (Permissions.permits(context, identity, agent, action.decision(), Optional.empty())) {
            permitted.add(action);
        }
    }

    /** Returns the decisions about the call of a question. */
    private static List<PermittedAction> actions(Standing.Kind kind) {
        return switch (kind) {
            case APPROVAL ->
                List.of(PermittedAction.APPROVE, PermittedAction.EDIT, PermittedAction.REFUSE, PermittedAction.ANSWER);
            case REPLY -> List.of(PermittedAction.REPLY, PermittedAction.ANSWER);
            case DECISION, CHILD -> List.of(PermittedAction.ANSWER);
            case MESSAGE -> List.of();
        };
    }

    /** {@return whether a question is one that the identity of its body may decide} */
    static boolean isDecidable(QuestionBody question) {
        List<PermittedAction> permitted = question.permitted();
        return question.kind() == Standing.Kind.MESSAGE
                ? permitted.contains(PermittedAction.MESSAGE)
                : actions(question.kind()).stream().anyMatch(permitted::contains);
    }
}
