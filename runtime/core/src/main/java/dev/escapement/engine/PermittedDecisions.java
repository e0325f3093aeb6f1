package dev.escapement.engine;

import dev.escapement.engine.ReplayResult.Difference;
import dev.escapement.internal.failure.Failures;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The positions in a thread at which the decisions of people may be recorded. Determined by the events alone. */
final class PermittedDecisions {

    private static final Optional<Difference> NONE = Optional.empty();
    private static final Optional<Difference> POSITION = Optional.of(Difference.POSITION);

    /** Returns the open request for approval of a call, or null. */
    private static Event.@Nullable ApprovalAsked approvalAsked(AgentThread thread, String callId) {
        return thread.openCall(callId)
                .filter(call -> call.approved() == null)
                .map(CallProgress::asked)
                .orElse(null);
    }

    Optional<Difference> approved(AgentLoop loop, AgentThread thread, Event.Approved event) {
        Event.ApprovalAsked asked = approvalAsked(thread, event.callId());
        if (asked == null) {
            return POSITION;
        }
        String expected =
                event.editedArguments().isEmpty() ? asked.argumentsSha256() : editedSha256(loop, thread, event);
        return expected.equals(event.argumentsSha256()) ? NONE : Optional.of(Difference.ARGUMENTS);
    }

    /** Returns the hash of edited arguments. It is empty if it was not recorded or cannot be computed. */
    private static String editedSha256(AgentLoop loop, AgentThread thread, Event.Approved event) {
        if (event.argumentsSha256().isEmpty()) {
            return "";
        }
        try {
            String tool = thread.call(event.callId()).map(Call::tool).orElse("");
            Call edited = new Call(event.callId(), tool, event.editedArguments().orElseThrow());
            StepVersion version = thread.state().versions().get(tool);
            return CurrentCall.of(edited, version, loop.tools()).isRevised(loop.tools())
                    ? event.argumentsSha256() // of the recorded form; the approval lapses
                    : EventFactory.argumentsSha256(loop, edited);
        } catch (RuntimeException | Error e) {
            Failures.throwIfFatal(e);
            return "";
        }
    }

    Optional<Difference> refused(AgentThread thread, Event.Refused event) {
        return approvalAsked(thread, event.callId()) == null ? POSITION : NONE;
    }

    Optional<Difference> replied(AgentThread thread, Event.ReplyReceived event) {
        return thread.openCall(event.callId())
                        .filter(call -> call.question() != null)
                        .isPresent()
                ? NONE
                : POSITION;
    }

    Optional<Difference> expired(AgentThread thread, Event.Expired event) {
        Optional<CallProgress> call = thread.openCall(event.callId());
        Optional<Instant> deadline = call.flatMap(CallProgress::deadline);
        if (deadline.isEmpty() || deadline.get().isAfter(event.at())) {
            return POSITION;
        }
        Event.ReplyAsked question = call.get().question();
        Optional<String> fallback = question == null ? Optional.empty() : question.fallback();
        return fallback.equals(event.fallback()) ? NONE : Optional.of(Difference.QUESTION);
    }

    Optional<Difference> answered(AgentThread thread, AnsweredByPerson event) {
        boolean runsAgain = event.answer().kind() == Answer.Kind.RUN_AGAIN;
        return thread.openCall(event.callId())
                        .filter(call -> !call.mayRunAgain() && (!runsAgain || call.inDoubt()))
                        .isPresent()
                ? NONE
                : POSITION;
    }
}
