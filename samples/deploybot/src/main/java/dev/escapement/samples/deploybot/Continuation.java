package dev.escapement.samples.deploybot;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.thread.AgentThread;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines to print for a thread's state, including the command lines that continue the thread.
 *
 * @param threadId the id of the thread
 * @param commandLine starts the program again
 */
record Continuation(String threadId, CommandLine commandLine) {

    /** Returns the lines for a thread, with those of each open question. */
    List<String> lines(AgentLoop loop, AgentThread thread) {
        if (!loop.next(thread).isAtRest()) {
            return interrupted();
        }
        return thread.hasEnded() ? List.of(thread("has ended.")) : waiting(Reducer.questions(loop, thread));
    }

    private List<String> waiting(List<Command.AwaitForCall> questions) {
        if (questions.isEmpty()) {
            return List.of(thread("waits for a message, and this program ends. To write one:"), again("say v1.4.2"));
        }
        return questions.stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Command.AwaitForCall question) {
        return switch (question.kind()) {
            case APPROVAL ->
                Stream.of(
                        thread("waits for your approval: " + ((Command.AwaitApproval) question).question()),
                        "Nothing is deployed to production before that, and this program ends. To approve:",
                        again("approve"),
                        "Or refuse, or approve another tag:",
                        again("refuse not on a Friday"),
                        again("edit v1.4.1"));
            case REPLY ->
                Stream.of(
                        thread("waits for your reply: " + ((Command.AwaitReply) question).question()),
                        "This program ends. To reply:",
                        again("reply production"),
                        again("reply staging"));
            case DECISION ->
                Stream.of(
                        thread("was interrupted during a deployment to production, or still deploys: the result is"
                                + " unknown."),
                        "If no other program is running it, run the step again. The key stays the same, so a deployment"
                                + " in",
                        "production.log under " + ((Command.AwaitDecision) question).idempotencyKey()
                                + " is not repeated:",
                        again("rerun"));
        };
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
