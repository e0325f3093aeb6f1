package dev.escapement.engine;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.StepVersion;
import dev.escapement.tool.ToolSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a verified thread whose arguments an earlier release recorded in another form. An approval of them lapses
 * when the current release continues the thread, but not for the events that the earlier release recorded after it.
 */
final class EarlierCalls {

    private final AgentLoop loop;

    EarlierCalls(AgentLoop loop) {
        this.loop = loop;
    }

    /** Returns whether a release changed the form of an open call, so that an earlier hash of its arguments may differ. */
    boolean isRevised(AgentThread thread, String callId) {
        return revised(thread, callId).isPresent();
    }

    private Optional<CurrentCall> revised(AgentThread thread, String callId) {
        return thread.openCall(callId)
                .map(call -> CurrentCall.of(call.call(), call.version(), loop.tools()))
                .filter(call -> call.failure() != null || call.isRevised(loop.tools()));
    }

    /** Returns whether a call has an earlier form, and the thread was not updated to the current one before its last event. */
    boolean isEarlier(AgentThread thread, String callId) {
        return revised(thread, callId)
                .filter(call -> !isUpdated(thread, call.call().tool()))
                .isPresent();
    }

    /** Returns whether an earlier release may have rejected a call that the current release converts. */
    boolean mayBeRejected(AgentThread thread, String callId) {
        return isEarlier(thread, callId)
                && thread.openCall(callId)
                        .filter(call -> call.started() == null)
                        .flatMap(call -> ToolSpec.named(call.selected().tool(), loop.tools()))
                        .filter(tool -> !tool.upcasts().isEmpty())
                        .isPresent();
    }

    private boolean isUpdated(AgentThread thread, String tool) {
        StepVersion recorded = thread.state().versions().get(tool);
        return recorded != null
                && ToolSpec.named(tool, loop.tools())
                        .map(ToolSpec::structureFingerprint)
                        .filter(recorded.arguments()::equals)
                        .isPresent();
    }

    /**
     * Returns the current command before an event. Approvals of earlier forms are valid unless the event is the repeated
     * request for approval.
     */
    Command next(AgentThread thread, Event event) {
        Set<String> bound = new HashSet<>();
        AgentThread current = thread;
        Command next = loop.next(current);
        while (next instanceof Command.ReopenApproval lapsed
                && isEarlier(thread, lapsed.call().id())
                && !isRequest(event, lapsed.call().id())
                && bound.add(lapsed.call().id())) {
            current = bound(current, lapsed.call().id());
            next = loop.next(current);
        }
        return next;
    }

    private static boolean isRequest(Event event, String callId) {
        return event instanceof Event.ApprovalAsked asked && asked.callId().equals(callId);
    }

    /** Returns a thread in which the approval of a call has the hash of the current form of the arguments. */
    private AgentThread bound(AgentThread thread, String callId) {
        CallProgress progress = thread.openCall(callId).orElseThrow();
        CurrentCall call = CurrentCall.of(progress.call(), progress.version(), loop.tools());
        if (!CallCheck.isHashable(call.call(), loop.tools())) {
            return thread;
        }
        String sha256 = CallCheck.argumentsSha256(call.call(), loop.tools());
        List<Event> events = thread.events().stream()
                .map(event -> bound(event, callId, sha256))
                .toList();
        return new AgentThread(thread.id(), events);
    }

    private static Event bound(Event event, String callId, String sha256) {
        if (event instanceof Event.ApprovalAsked asked && asked.callId().equals(callId)) {
            return new Event.ApprovalAsked(asked.at(), callId, asked.question(), sha256, asked.deadline());
        } else if (event instanceof Event.Approved approved && approved.callId().equals(callId)) {
            return new Event.Approved(approved.at(), callId, approved.by(), sha256, approved.editedArguments());
        }
        return event;
    }
}
