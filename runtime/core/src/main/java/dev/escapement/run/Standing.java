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
            return "It waits for approval of call " + wait.call().id() + " ("
                    + wait.call().tool() + ").";
        } else if (command instanceof Command.AwaitReply wait) {
            return "It waits for a reply to call " + wait.call().id() + " ("
                    + wait.call().tool() + ").";
        } else if (command instanceof Command.AwaitDecision wait) {
            return "It waits for a decision whether call " + wait.call().id() + " ("
                    + wait.call().tool() + ") has run.";
        } else if (command instanceof Command.AwaitMessage) {
            return "It waits for a message.";
        } else if (command instanceof Command.Rest) {
            return "It has ended: " + end(thread);
        }
        return "It is about to go on by itself.";
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
        String known = isKnown(thread, callId) ? "" : "It has no call " + callId + ". ";
        return "does not wait for this about call " + callId + ". " + decision + known + of(thread, command);
    }

    private static String decision(Event.OfCall event) {
        if (event instanceof Event.Approved approved) {
            return "It was approved by " + approved.by() + ".";
        } else if (event instanceof Event.Refused refused) {
            return "It was refused by " + refused.by() + ".";
        } else if (event instanceof Event.StepConfirmed confirmed) {
            return "It was confirmed by " + confirmed.by() + ".";
        } else if (event instanceof Event.RerunAllowed allowed) {
            return "It was allowed to run again by " + allowed.by() + ".";
        } else if (event instanceof Event.ReplyReceived) {
            return "It has its reply.";
        }
        return "";
    }

    private static boolean isKnown(AgentThread thread, String callId) {
        for (Event event : thread.events()) {
            if (event instanceof Event.ModelReplied replied
                    && replied.calls().stream().anyMatch(call -> call.id().equals(callId))) {
                return true;
            } else if (event instanceof Event.CallSelected selected
                    && selected.next().id().equals(callId)) {
                return true;
            }
        }
        return false;
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
