package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;

/**
 * A visitor that describes the state of a thread from its next command.
 *
 * @param thread the thread
 */
record CommandDescription(AgentThread thread) implements CommandVisitor<String> {

    private static final String RUNNABLE = "The thread is about to go on by itself.";

    @Override
    public String awaitApproval(Command.AwaitApproval wait) {
        return "The thread waits for approval of call " + named(wait.call()) + ".";
    }

    @Override
    public String awaitReply(Command.AwaitReply wait) {
        return "The thread waits for a reply to call " + named(wait.call()) + ".";
    }

    @Override
    public String awaitDecision(Command.AwaitDecision wait) {
        return "The step of call " + named(wait.call())
                + " has started, and its outcome is not recorded: it is running, or was interrupted.";
    }

    @Override
    public String awaitMessage(Command.AwaitMessage wait) {
        return "The thread waits for a message.";
    }

    @Override
    public String rest(Command.Rest rest) {
        Event end = thread.state().end().orElseThrow();
        return "The thread has ended: " + (end instanceof Event.Stopped stopped ? stopped.reason() : "it is finished.");
    }

    @Override
    public String fetchContext(Command.FetchContext command) {
        return RUNNABLE;
    }

    @Override
    public String askModel(Command.AskModel command) {
        return RUNNABLE;
    }

    @Override
    public String rejectText(Command.RejectText command) {
        return RUNNABLE;
    }

    @Override
    public String rejectCall(Command.RejectCall command) {
        return RUNNABLE;
    }

    @Override
    public String checkGate(Command.CheckGate command) {
        return RUNNABLE;
    }

    @Override
    public String runStep(Command.RunStep command) {
        return RUNNABLE;
    }

    @Override
    public String runSteps(Command.RunSteps command) {
        return RUNNABLE;
    }

    @Override
    public String askPerson(Command.AskPerson command) {
        return RUNNABLE;
    }

    @Override
    public String finishWithText(Command.FinishWithText command) {
        return RUNNABLE;
    }

    @Override
    public String stop(Command.Stop command) {
        return RUNNABLE;
    }

    private static String named(Call call) {
        return call.id() + " (" + call.tool() + ")";
    }
}
