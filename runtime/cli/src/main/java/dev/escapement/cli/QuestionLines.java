package dev.escapement.cli;

import dev.escapement.run.Standing;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.ReplyProgress;
import java.util.List;
import java.util.Optional;

/** Prints open questions, with the commands that answer them. */
record QuestionLines(CommandOutput output, PrintedCommand command) {

    private static final String INDENT = "    ";

    void print(AgentThread thread, Standing.Question question) {
        String call = question.callId();
        Optional<CallProgress> progress = progress(thread, call);
        output.line("  " + headline(question, progress) + times(question));
        progress.ifPresent(found -> printContent(question.kind(), found));
        for (String line : commands(thread.id(), question)) {
            output.line(INDENT + line);
        }
    }

    private static String headline(Standing.Question question, Optional<CallProgress> progress) {
        String of = progress.map(found -> " of " + found.call().tool()).orElse("");
        return switch (question.kind()) {
            case APPROVAL -> question.callId() + of + " requires approval";
            case REPLY -> question.callId() + of + " waits for a reply";
            case DECISION -> question.callId() + of + " was interrupted, and its outcome is unknown";
            case MESSAGE -> "The thread waits for a message";
            case CHILD -> question.callId() + of + " waits for the thread that it started";
        };
    }

    private static String times(Standing.Question question) {
        return ", since " + Times.text(question.since())
                + question.deadline()
                        .map(deadline -> ", until " + Times.text(deadline))
                        .orElse("");
    }

    private void printContent(Standing.Kind kind, CallProgress progress) {
        Event.ApprovalAsked asked = progress.asked();
        Event.ReplyAsked question = progress.question();
        if (kind == Standing.Kind.APPROVAL && asked != null) {
            output.quote(INDENT, progress.call().arguments());
            output.quote(INDENT, asked.question());
        } else if (kind == Standing.Kind.REPLY && question != null) {
            output.quote(INDENT, question.question());
            output.quote(INDENT, "Schema of the reply: " + question.schema());
        } else if (kind == Standing.Kind.DECISION) {
            output.quote(INDENT, progress.call().arguments());
            Event.StepStarted started = progress.started();
            if (started != null) {
                output.quote(INDENT, "Idempotency key: " + started.idempotencyKey());
            }
        }
    }

    private List<String> commands(String thread, Standing.Question question) {
        List<String> call = List.of(thread, question.callId());
        return switch (question.kind()) {
            case APPROVAL ->
                List.of(command.decision("approve", call, ""), command.decision("refuse", call, "--reason TEXT"));
            case REPLY -> List.of(command.of("reply", List.of(thread, question.callId(), "JSON"), ""));
            case DECISION ->
                List.of(
                        command.decision("answer", call, "--run-again"),
                        command.decision("answer", call, "--failed REASON"),
                        command.decision("answer", call, "--returned JSON"));
            case MESSAGE -> List.of(command.of("reply", List.of(thread), "--text TEXT"));
            case CHILD -> List.of();
        };
    }

    private static Optional<CallProgress> progress(AgentThread thread, String callId) {
        ReplyProgress reply = thread.state().reply();
        return reply == null
                ? Optional.empty()
                : reply.calls().stream()
                        .filter(call -> call.selected().id().equals(callId))
                        .findFirst();
    }
}
