package dev.escapement.samples.deploybot;

import dev.escapement.engine.Command;
import dev.escapement.engine.CommandVisitor;
import java.util.List;

/**
 * A visitor that returns the lines to print for a thread's state, including the command lines that continue the thread.
 *
 * @param threadId the id of the thread
 * @param commandLine starts the program again
 */
record Continuation(String threadId, CommandLine commandLine) implements CommandVisitor<List<String>> {

    @Override
    public List<String> awaitApproval(Command.AwaitApproval command) {
        return List.of(
                thread("waits for your approval: " + command.question()),
                "Nothing is deployed to production before that, and this program ends. To approve:",
                again("approve"),
                "Or refuse, or approve another tag:",
                again("refuse not on a Friday"),
                again("edit v1.4.1"));
    }

    @Override
    public List<String> awaitReply(Command.AwaitReply command) {
        return List.of(
                thread("waits for your reply: " + command.question()),
                "This program ends. To reply:",
                again("reply production"),
                again("reply staging"));
    }

    @Override
    public List<String> awaitMessage(Command.AwaitMessage command) {
        return List.of(thread("waits for a message, and this program ends. To write one:"), again("say v1.4.2"));
    }

    @Override
    public List<String> awaitDecision(Command.AwaitDecision command) {
        return List.of(
                thread("was interrupted during a deployment to production, or still deploys: the result is unknown."),
                "If no other program is running it, run the step again. The key stays the same, so a deployment in",
                "production.log under " + command.idempotencyKey() + " is not repeated:",
                again("rerun"));
    }

    @Override
    public List<String> rest(Command.Rest command) {
        return List.of(thread("has ended."));
    }

    @Override
    public List<String> fetchContext(Command.FetchContext command) {
        return interrupted();
    }

    @Override
    public List<String> askModel(Command.AskModel command) {
        return interrupted();
    }

    @Override
    public List<String> rejectText(Command.RejectText command) {
        return interrupted();
    }

    @Override
    public List<String> rejectCall(Command.RejectCall command) {
        return interrupted();
    }

    @Override
    public List<String> checkGate(Command.CheckGate command) {
        return interrupted();
    }

    @Override
    public List<String> runStep(Command.RunStep command) {
        return interrupted();
    }

    @Override
    public List<String> runSteps(Command.RunSteps command) {
        return interrupted();
    }

    @Override
    public List<String> askPerson(Command.AskPerson command) {
        return interrupted();
    }

    @Override
    public List<String> finishWithText(Command.FinishWithText command) {
        return interrupted();
    }

    @Override
    public List<String> stop(Command.Stop command) {
        return interrupted();
    }

    private List<String> interrupted() {
        return List.of(
                thread("has not finished its work: the program was killed, or still runs elsewhere. To continue:"),
                again("resume"));
    }

    private String thread(String state) {
        return "Thread " + threadId + " " + state;
    }

    private String again(String arguments) {
        return "  " + commandLine.with(arguments);
    }
}
