package dev.escapement.run;

import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;

/** Says in words where a thread stands, for people whose decision came too late or to the wrong place. */
final class Standing {

    private Standing() {}

    /** Where a thread stands. */
    static String of(AgentThread thread, Command command) {
        if (command instanceof Command.AwaitApproval wait) {
            return "The thread waits for approval of call " + wait.call().id() + " ("
                    + wait.call().tool() + ").";
        } else if (command instanceof Command.AwaitReply wait) {
            return "The thread waits for a reply to call " + wait.call().id() + " ("
                    + wait.call().tool() + ").";
        } else if (command instanceof Command.AwaitDecision wait) {
            return "The step of call " + wait.call().id() + " (" + wait.call().tool()
                    + ") has started, and its outcome is not recorded: it is running, or was interrupted.";
        } else if (command instanceof Command.AwaitMessage) {
            return "The thread waits for a message.";
        } else if (command instanceof Command.Rest) {
            return "The thread has ended: " + end(thread);
        }
        return "The thread is about to go on by itself.";
    }

    /** What became of a call, and where the thread stands. */
    static String of(AgentThread thread, Command command, String callId) {
        String decision = "";
        for (Event event : thread.events()) {
            if (event instanceof Event.OfCall ofCall && ofCall.callId().equals(callId)) {
                String said = decision(ofCall);
                decision = said.isEmpty() ? decision : said + " ";
            }
        }
        String known = thread.call(callId).isPresent() ? "" : "There is no such call. ";
        return "does not wait for a decision about call " + callId + ". " + decision + known + of(thread, command);
    }

    private static String decision(Event.OfCall event) {
        if (event instanceof Event.Approved approved) {
            return "The call was approved by " + approved.by() + ".";
        } else if (event instanceof Event.Refused refused) {
            return "The call was refused by " + refused.by() + ".";
        } else if (event instanceof Event.StepConfirmed confirmed) {
            return "The call was confirmed by " + confirmed.by() + ".";
        } else if (event instanceof Event.RerunAllowed allowed) {
            return "The call was allowed to run again by " + allowed.by() + ".";
        } else if (event instanceof Event.ReplyReceived) {
            return "The call has its reply.";
        }
        return "";
    }

    private static String end(AgentThread thread) {
        for (Event event : thread.events()) {
            if (event instanceof Event.Stopped stopped) {
                return stopped.reason(); // what came of a step that was running is only for the record
            } else if (event instanceof Event.Finished) {
                return "it is finished.";
            }
        }
        throw new IllegalArgumentException("thread " + thread.id() + " has not ended");
    }
}
