package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.engine.EventVisitor;
import dev.escapement.internal.text.AgentPath;
import dev.escapement.model.StopReason;
import dev.escapement.run.PrintedLine.Style;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.ParentCall;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.RequestFailed;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A visitor that returns the lines that {@link ThreadPrinter} prints for an event.
 *
 * @param thread the thread, including the event
 * @param textIsShown whether the text of a reply was printed while it arrived
 */
record EventLines(AgentThread thread, boolean textIsShown) implements EventVisitor<List<PrintedLine>> {

    /** The label of lines with text from a model. */
    static final String MODEL = "model";

    private static final String PERSON = "person";
    private static final String ASKS = "asks";
    private static final String FAILED = "failed";
    private static final String REJECTED = "rejected";
    private static final String DECIDED = "decided";

    private static final String DELEGATE = "delegate";

    private static final int HASH_LENGTH = 8;

    @Override
    public List<PrintedLine> started(Event.Started event) {
        List<PrintedLine> lines = new ArrayList<>();
        lines.add(PrintedLine.line(
                Style.DIM, "", "thread " + thread.id() + " of " + AgentPath.text(ParentCall.pathOf(thread))));
        lines.addAll(withFiles(
                PrintedLine.words(Style.BLUE, PERSON, event.input()),
                event.start().files()));
        return lines;
    }

    @Override
    public List<PrintedLine> modelReplied(Event.ModelReplied event) {
        List<PrintedLine> lines = new ArrayList<>();
        if (!textIsShown && !event.text().isBlank()) {
            lines.add(PrintedLine.words(Style.GREEN, MODEL, event.text()));
        }
        event.calls().forEach(call -> lines.add(call("call", call)));
        if (event.stop() != StopReason.COMPLETE) {
            lines.add(PrintedLine.line(Style.RED, "stop", stop(event)));
        }
        return lines;
    }

    /** Returns the reason why the model stopped, with the provider's word and the id of the request. */
    private static String stop(Event.ModelReplied event) {
        String word = event.provenance().finishReason();
        String requestId = event.provenance().response().requestId();
        return event.stop().name().toLowerCase(Locale.ROOT)
                + (word.isEmpty() ? "" : " (" + word + ")")
                + (requestId.isEmpty() ? "" : ", request " + requestId);
    }

    /** Returns a line followed by a line for each file. */
    private static List<PrintedLine> withFiles(PrintedLine line, List<Content.File> files) {
        List<PrintedLine> lines = new ArrayList<>(List.of(line));
        for (Content.File file : files) {
            String name = file.name().isBlank() ? "" : file.name() + " ";
            lines.add(PrintedLine.line(
                    line.style(), "file", name + "(" + file.mediaType() + ", " + file.size() + " bytes)"));
        }
        return lines;
    }

    @Override
    public List<PrintedLine> approved(Event.Approved event) {
        List<PrintedLine> lines = new ArrayList<>();
        String hash = begin(event.argumentsSha256());
        lines.add(PrintedLine.line(Style.BLUE, "approved", event.callId() + " " + hash + " by " + event.by()));
        event.editedArguments().ifPresent(arguments -> lines.add(PrintedLine.line(Style.BLUE, "edited", arguments)));
        return lines;
    }

    @Override
    public List<PrintedLine> contextFetched(Event.ContextFetched event) {
        return withFiles(
                PrintedLine.line(Style.DIM, "context", event.source() + ": " + Rendering.result(event.result())),
                event.files());
    }

    @Override
    public List<PrintedLine> contextFailed(Event.ContextFailed event) {
        return List.of(PrintedLine.line(Style.RED, FAILED, event.source() + ": " + event.message()));
    }

    @Override
    public List<PrintedLine> textRejected(Event.TextRejected event) {
        return List.of(PrintedLine.line(Style.RED, REJECTED, event.reason()));
    }

    @Override
    public List<PrintedLine> callRejected(Event.CallRejected event) {
        return List.of(PrintedLine.line(Style.RED, REJECTED, event.reason()));
    }

    @Override
    public List<PrintedLine> gatePassed(Event.GatePassed event) {
        return List.of();
    }

    @Override
    public List<PrintedLine> gateDenied(Event.GateDenied event) {
        return List.of(PrintedLine.line(Style.RED, "denied", event.reason()));
    }

    @Override
    public List<PrintedLine> approvalAsked(Event.ApprovalAsked event) {
        // The id and the hash precede the question, because the end of the line may be cut.
        String hash = begin(event.argumentsSha256());
        return withDeadline(
                PrintedLine.line(Style.YELLOW, "approve?", event.callId() + " " + hash + ": " + event.question()),
                event.deadline());
    }

    /** Returns a line followed by a line for the deadline, if there is one. */
    private static List<PrintedLine> withDeadline(PrintedLine line, Optional<Instant> deadline) {
        return deadline.map(time -> List.of(line, PrintedLine.line(line.style(), "until", time.toString())))
                .orElse(List.of(line));
    }

    @Override
    public List<PrintedLine> refused(Event.Refused event) {
        return List.of(
                PrintedLine.line(Style.BLUE, "refused", event.callId() + " by " + event.by() + ": " + event.reason()));
    }

    @Override
    public List<PrintedLine> stepStarted(Event.StepStarted event) {
        String tool = thread.call(event.callId()).map(Call::tool).orElse(event.callId());
        String attempt = event.attempt() > 1 ? ", attempt " + event.attempt() : "";
        return List.of(PrintedLine.line(
                Style.DIM, "run", tool + " (" + event.effect().name().toLowerCase(Locale.ROOT) + attempt + ")"));
    }

    @Override
    public List<PrintedLine> stepReturned(Event.StepReturned event) {
        return withFiles(PrintedLine.line(Style.DIM, "result", Rendering.result(event.result())), event.files());
    }

    @Override
    public List<PrintedLine> callSelected(Event.CallSelected event) {
        return List.of(call("next", event.next()));
    }

    @Override
    public List<PrintedLine> stepFailed(Event.StepFailed event) {
        return List.of(PrintedLine.line(Style.RED, FAILED, event.message()));
    }

    @Override
    public List<PrintedLine> stepInDoubt(Event.StepInDoubt event) {
        return List.of(PrintedLine.line(Style.RED, "in doubt", event.callId() + ": " + event.exception()));
    }

    @Override
    public List<PrintedLine> gateFailed(Event.GateFailed event) {
        return List.of(PrintedLine.line(Style.RED, FAILED, event.reason()));
    }

    @Override
    public List<PrintedLine> requestFailed(RequestFailed event) {
        return List.of(PrintedLine.line(Style.RED, FAILED, event.message()));
    }

    @Override
    public List<PrintedLine> answeredByPerson(AnsweredByPerson event) {
        return List.of(PrintedLine.line(
                Style.BLUE, DECIDED, event.callId() + " by " + event.by() + ", " + words(event.answer())));
    }

    private static String words(Answer answer) {
        return switch (answer.kind()) {
            case RETURNED -> "returned: " + Rendering.result(((Answer.Returned) answer).json());
            case NEXT -> "next: " + ((Answer.Next) answer).tool() + " " + ((Answer.Next) answer).json();
            case QUESTION -> "asks: " + ((Answer.Question) answer).text();
            case FINISHED -> "finished: " + Rendering.result(((Answer.Finished) answer).json());
            case FAILED -> "failed: " + ((Answer.Failed) answer).reason();
            case RUN_AGAIN -> "may run again";
        };
    }

    @Override
    public List<PrintedLine> budgetExtended(Event.BudgetExtended event) {
        return List.of(PrintedLine.line(
                Style.BLUE, DECIDED, "budget extended by " + event.by() + ": " + amounts(event.more())));
    }

    private static String amounts(Budget more) {
        List<String> amounts = new ArrayList<>();
        more.steps().ifPresent(steps -> amounts.add("steps " + steps));
        more.modelCalls().ifPresent(calls -> amounts.add("requests " + calls));
        more.tokens().ifPresent(tokens -> amounts.add("tokens " + tokens));
        more.cost().ifPresent(cost -> amounts.add("cost " + cost.toPlainString()));
        more.time().ifPresent(time -> amounts.add("time " + time));
        return String.join(", ", amounts);
    }

    @Override
    public List<PrintedLine> replyAsked(Event.ReplyAsked event) {
        return withDeadline(
                PrintedLine.line(Style.YELLOW, ASKS, event.callId() + ": " + event.question()), event.deadline());
    }

    @Override
    public List<PrintedLine> expired(Event.Expired event) {
        String fallback = event.fallback()
                .map(reply -> ", default reply: " + Rendering.result(reply))
                .orElse("");
        return List.of(PrintedLine.line(Style.YELLOW, "expired", event.callId() + fallback));
    }

    @Override
    public List<PrintedLine> agentUpdated(AgentUpdated event) {
        return List.of(
                PrintedLine.line(Style.DIM, "updated", "the thread continues with another version of the agent"));
    }

    @Override
    public List<PrintedLine> delegateStarted(DelegateStarted event) {
        return withFiles(
                PrintedLine.line(
                        Style.BLUE,
                        DELEGATE,
                        event.callId() + " to " + AgentPath.simpleName(event.agent()) + ", thread " + event.threadId()
                                + ": " + event.start().input()),
                event.start().files());
    }

    @Override
    public List<PrintedLine> delegateEnded(DelegateEnded event) {
        PrintedLine line = event.succeeded()
                ? PrintedLine.line(
                        Style.BLUE, DELEGATE, event.callId() + " finished: " + Rendering.result(event.result()))
                : PrintedLine.line(Style.RED, DELEGATE, event.callId() + " failed: " + event.result());
        return withFiles(line, event.files());
    }

    @Override
    public List<PrintedLine> replyReceived(Event.ReplyReceived event) {
        return withFiles(PrintedLine.line(Style.BLUE, "reply", Rendering.result(event.reply())), event.files());
    }

    @Override
    public List<PrintedLine> personAsked(Event.PersonAsked event) {
        return List.of(PrintedLine.line(Style.YELLOW, ASKS, event.question()));
    }

    @Override
    public List<PrintedLine> messageReceived(Event.MessageReceived event) {
        return withFiles(PrintedLine.words(Style.BLUE, PERSON, event.text()), event.files());
    }

    @Override
    public List<PrintedLine> finished(Event.Finished event) {
        return withFiles(PrintedLine.line(Style.YELLOW, "finished", Rendering.result(event.result())), event.files());
    }

    @Override
    public List<PrintedLine> stopped(Event.Stopped event) {
        return List.of(PrintedLine.line(Style.YELLOW, "stopped", event.reason()));
    }

    private static PrintedLine call(String label, Call call) {
        return PrintedLine.line(Style.CYAN, label, call.tool() + " " + call.arguments());
    }

    private static String begin(String sha256) {
        return sha256.substring(0, Math.min(sha256.length(), HASH_LENGTH));
    }
}
