package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that determine which stored calls the current code of an agent cannot complete. */
final class StrandedThreads {

    private StrandedThreads() {}

    static List<Call> calls(AgentLoop loop, AgentThread thread) {
        if (thread.hasEnded()) {
            return ThreadResults.end(thread)
                    .filter(end -> !RecordedResult.isReadable(loop, thread, end))
                    .flatMap(end -> thread.call(end.callId()))
                    .stream()
                    .toList();
        }
        ReplyProgress reply = thread.state().reply();
        if (reply == null) {
            return List.of();
        }
        List<Call> stranded = new ArrayList<>();
        for (CallProgress call : reply.calls()) {
            if (isStranded(loop, new OpenCall(loop, thread, reply, call))) {
                stranded.add(call.selected());
            }
        }
        return stranded;
    }

    /** Returns whether earlier code accepted a call, and the current code cannot complete it. */
    private static boolean isStranded(AgentLoop loop, OpenCall call) {
        CallProgress progress = call.progress();
        DelegateStarted delegate = progress.delegate();
        Event.ReplyAsked question = progress.question();
        if (progress.answered()) {
            return false;
        } else if (delegate != null) {
            return progress.delegateEnded() == null && !hasLoopOf(loop, delegate.agent());
        } else if (question != null) {
            return !call.isQuestionCurrent(question);
        } else if (progress.started() == null && progress.asked() == null && !progress.gatePassed()) {
            return false; // earlier code may have rejected the call, too
        }
        Command invalid = call.invalidCorrection();
        return isRejection(invalid == null ? call.unboundCorrection() : invalid);
    }

    /** Returns whether a runner of an agent and its delegates has the loop of a child's agent. */
    private static boolean hasLoopOf(AgentLoop loop, String child) {
        return loop.agent().equals(child)
                || loop.tools().stream().anyMatch(tool -> delegates(loop, tool.name(), child));
    }

    private static boolean delegates(AgentLoop loop, String tool, String child) {
        return switch (loop.flow(tool)) {
            case DELEGATES -> loop.delegateAgent(tool).equals(child);
            case RETURNS, SELECTS, PAUSES, FINISHES -> false;
        };
    }

    /** Returns whether a correction answers the call, in contrast to a repeated question. */
    private static boolean isRejection(@Nullable Command correction) {
        return correction instanceof Command.RejectCall || correction instanceof Command.FailStep;
    }
}
