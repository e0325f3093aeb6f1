package dev.escapement.server.threads;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.EventFactory;
import dev.escapement.json.Decoded;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Violation;
import dev.escapement.run.InvalidInputException;
import dev.escapement.server.body.AnswerBody;
import dev.escapement.server.body.DecisionBody;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ServerContext;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The problems of decisions whose content is invalid, with violations whose paths are inside the body. */
final class DecisionFaults implements DecisionBody.Visitor<ProblemException> {
    private final ServerContext context;
    private final InvalidInputException fault;

    /**
     * Creates the problems of a decision.
     *
     * @param fault the exception of the inbox
     */
    DecisionFaults(ServerContext context, InvalidInputException fault) {
        this.context = context;
        this.fault = fault;
    }

    @Override
    public ProblemException approve(DecisionBody.Approve decision) {
        return problem(List.of(fallback("$")));
    }

    @Override
    public ProblemException approveEdited(DecisionBody.ApproveEdited decision) {
        String tool = fault.thread()
                .flatMap(thread -> thread.call(decision.callId()))
                .map(Call::tool)
                .orElse("");
        return problem(arguments("$.arguments", tool, decision.arguments().json()));
    }

    @Override
    public ProblemException refuse(DecisionBody.Refuse decision) {
        return problem(List.of(fallback("$.reason")));
    }

    @Override
    public ProblemException reply(DecisionBody.Reply decision) {
        return problem(loop().flatMap(loop -> replyViolations(loop, decision))
                .filter(violations -> !violations.isEmpty())
                .orElseGet(() -> List.of(fallback("$.reply"))));
    }

    private Optional<List<Violation>> replyViolations(AgentLoop loop, DecisionBody.Reply decision) {
        return fault.thread()
                .flatMap(thread -> thread.openCall(decision.callId()))
                .filter(call -> call.question() != null)
                .map(call -> violations(
                        "$.reply",
                        EventFactory.decodedReply(
                                loop, call, decision.reply().json(), new ReadOptions(Set.of()), defect -> {})));
    }

    @Override
    public ProblemException answer(DecisionBody.Answer decision) {
        return problem(decision.answer().accept(new AnswerViolations()));
    }

    @Override
    public ProblemException message(DecisionBody.Message decision) {
        return problem(List.of(fallback("$.text")));
    }

    @Override
    public ProblemException extend(DecisionBody.Extend decision) {
        return problem(List.of(fallback("$")));
    }

    @Override
    public ProblemException cancel(DecisionBody.Cancel decision) {
        return problem(List.of(fallback("$.reason")));
    }

    private Optional<AgentLoop> loop() {
        return fault.thread()
                .map(AgentThread::agent)
                .flatMap(agent -> Optional.ofNullable(context.loops().get(agent)));
    }

    private List<Violation> arguments(String path, String tool, String arguments) {
        Optional<ToolSpec<?>> spec = loop().flatMap(loop -> ToolSpec.named(tool, loop.tools()));
        List<Violation> violations =
                spec.map(each -> violations(path, each.decode(arguments))).orElse(List.of());
        return violations.isEmpty() ? List.of(fallback(path)) : violations;
    }

    private static List<Violation> violations(String path, Decoded<?> decoded) {
        return decoded.fold(
                accepted -> List.of(),
                rejected -> rejected.violations().stream()
                        .map(each -> new Violation(path + each.path().substring(1), each.expected(), each.actual()))
                        .toList());
    }

    /** Returns the violation for a fault without a location of its own. */
    private Violation fallback(String path) {
        return switch (fault.reason()) {
            case BLANK -> new Violation(path, "a text that is not blank", "a blank text");
            case ANSWER_NOT_PERMITTED ->
                new Violation(path, "an answer that the step of the call permits", "another answer");
            case INVALID_JSON -> new Violation(path, "a JSON value", "another text");
            case REPLY_TO_OTHER_STEP ->
                new Violation(path, "a reply to the step of the call", "a reply to another step");
            case INVALID_ARGUMENTS ->
                new Violation(path, "arguments that the step can receive", "arguments that it cannot receive");
            case INVALID_REPLY -> new Violation(path, "a reply that its type accepts", "a reply that it rejects");
            case INVALID_RESULT -> new Violation(path, "a result that its type accepts", "a result that it rejects");
            case UNKNOWN_FILE -> new Violation(path, "files in the content store", "a file that it does not contain");
        };
    }

    private static ProblemException problem(List<Violation> violations) {
        return new ProblemException(
                "The decision is not valid. Correct the values at the listed paths and send it again.", violations);
    }

    /** A visitor that returns the violations of an answer. */
    private final class AnswerViolations implements AnswerBody.Visitor<List<Violation>> {

        @Override
        public List<Violation> returned(AnswerBody.Returned answer) {
            return List.of(at("$.answer.json"));
        }

        @Override
        public List<Violation> next(AnswerBody.Next answer) {
            if (fault.reason() != InvalidInputException.Reason.INVALID_ARGUMENTS) {
                return List.of(at("$.answer.json"));
            }
            boolean isKnown = loop().flatMap(loop -> ToolSpec.named(answer.tool(), loop.tools()))
                    .isPresent();
            return isKnown
                    ? arguments("$.answer.json", answer.tool(), answer.json().json())
                    : List.of(new Violation("$.answer.tool", "the name of a tool of the agent", "an unknown name"));
        }

        @Override
        public List<Violation> question(AnswerBody.Question answer) {
            return List.of(at("$.answer.text"));
        }

        @Override
        public List<Violation> finished(AnswerBody.Finished answer) {
            return List.of(at("$.answer.json"));
        }

        @Override
        public List<Violation> failed(AnswerBody.Failed answer) {
            return List.of(at("$.answer.reason"));
        }

        @Override
        public List<Violation> runAgain(AnswerBody.RunAgain answer) {
            return List.of(at("$.answer.type"));
        }

        /** Returns the violation at a path, or at the type of the answer if the type is not permitted. */
        private Violation at(String path) {
            return fallback(
                    fault.reason() == InvalidInputException.Reason.ANSWER_NOT_PERMITTED ? "$.answer.type" : path);
        }
    }
}
