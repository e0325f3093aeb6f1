package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;

/**
 * A visitor that describes a thread's state, based on the thread's next command.
 *
 * @param thread the thread
 */
record CommandDescription(AgentThread thread) implements CommandVisitor<String> {

    @Override
    public String awaitApproval(Command.AwaitApproval wait) {
        return RunMessages.awaitsApproval(wait.call().id(), wait.call().tool());
    }

    @Override
    public String awaitReply(Command.AwaitReply wait) {
        return RunMessages.awaitsReply(wait.call().id(), wait.call().tool());
    }

    @Override
    public String awaitDecision(Command.AwaitDecision wait) {
        return RunMessages.awaitsDecision(wait.call().id(), wait.call().tool());
    }

    @Override
    public String awaitMessage(Command.AwaitMessage wait) {
        return RunMessages.AWAITS_MESSAGE;
    }

    @Override
    public String rest(Command.Rest rest) {
        Event end = thread.state().end().orElseThrow();
        return end instanceof Event.Stopped stopped ? RunMessages.stopped(stopped.reason()) : RunMessages.FINISHED;
    }

    @Override
    public String fetchContext(Command.FetchContext command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String askModel(Command.AskModel command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String rejectText(Command.RejectText command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String rejectCall(Command.RejectCall command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String checkGate(Command.CheckGate command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String runStep(Command.RunStep command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String runSteps(Command.RunSteps command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String askPerson(Command.AskPerson command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String finishWithText(Command.FinishWithText command) {
        return RunMessages.RUNNABLE;
    }

    @Override
    public String stop(Command.Stop command) {
        return RunMessages.RUNNABLE;
    }
}
