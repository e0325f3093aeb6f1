package dev.escapement.opentelemetry;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import dev.escapement.run.Interceptor.DriveResult;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.ThreadStatus;
import io.opentelemetry.api.common.Attributes;

/**
 * A visitor that returns the span attributes for the state in which a thread's run ended.
 *
 * @param thread the thread
 */
record DriveResultAttributes(AgentThread thread) implements CommandVisitor<Attributes> {

    static Attributes attributes(DriveResult result) {
        return result.command().accept(new DriveResultAttributes(result.thread()));
    }

    @Override
    public Attributes awaitApproval(Command.AwaitApproval command) {
        return waiting("awaits_approval", command);
    }

    @Override
    public Attributes awaitReply(Command.AwaitReply command) {
        return waiting("awaits_reply", command);
    }

    @Override
    public Attributes awaitDecision(Command.AwaitDecision command) {
        return waiting("awaits_decision", command);
    }

    @Override
    public Attributes awaitChild(Command.AwaitChild command) {
        return waiting("awaits_child", command);
    }

    @Override
    public Attributes joinChild(Command.JoinChild command) {
        return runnable();
    }

    @Override
    public Attributes awaitMessage(Command.AwaitMessage command) {
        return state("awaits_message");
    }

    @Override
    public Attributes rest(Command.Rest command) {
        return state(thread.status() == ThreadStatus.STOPPED ? "stopped" : "finished");
    }

    @Override
    public Attributes fetchContext(Command.FetchContext command) {
        return runnable();
    }

    @Override
    public Attributes askModel(Command.AskModel command) {
        return runnable();
    }

    @Override
    public Attributes rejectText(Command.RejectText command) {
        return runnable();
    }

    @Override
    public Attributes rejectCall(Command.RejectCall command) {
        return runnable();
    }

    @Override
    public Attributes checkGate(Command.CheckGate command) {
        return runnable();
    }

    @Override
    public Attributes runStep(Command.RunStep command) {
        return runnable();
    }

    @Override
    public Attributes runSteps(Command.RunSteps command) {
        return runnable();
    }

    @Override
    public Attributes failStep(Command.FailStep command) {
        return runnable();
    }

    @Override
    public Attributes reopenApproval(Command.ReopenApproval command) {
        return runnable();
    }

    @Override
    public Attributes reopenReply(Command.ReopenReply command) {
        return runnable();
    }

    @Override
    public Attributes askPerson(Command.AskPerson command) {
        return runnable();
    }

    @Override
    public Attributes finishWithText(Command.FinishWithText command) {
        return runnable();
    }

    @Override
    public Attributes stop(Command.Stop command) {
        return runnable();
    }

    /**
     * Returns the attributes for a run that ended with unfinished work. The runner does not return such a result today.
     */
    private static Attributes runnable() {
        return state("runnable");
    }

    private static Attributes waiting(String state, Command.AwaitForCall command) {
        return state(state).toBuilder()
                .put(OwnAttributes.THREAD_CALL_ID, command.call().id())
                .build();
    }

    private static Attributes state(String state) {
        return Attributes.of(OwnAttributes.THREAD_STATE, state);
    }
}
