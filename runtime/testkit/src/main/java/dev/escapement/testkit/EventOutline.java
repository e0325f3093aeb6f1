package dev.escapement.testkit;

import dev.escapement.engine.EventVisitor;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The canonical text of the events of a thread, one line for each event: its kind and its content without times,
 * durations and hashes. The id of the thread is {@code #}.
 */
final class EventOutline implements EventVisitor<String> {

    private static final EventOutline VISITOR = new EventOutline();

    private EventOutline() {}

    /** Returns the text, each line with a line break. */
    static String of(AgentThread thread) {
        return thread.events().stream()
                .map(event -> line(event).replace(thread.id(), "#") + "\n")
                .collect(Collectors.joining());
    }

    private static String line(Event event) {
        String content = EventVisitor.visit(event, VISITOR);
        return event.kind().name().toLowerCase(Locale.ROOT) + (content.isEmpty() ? "" : " " + content);
    }

    private static String text(Call call) {
        return call.id() + " " + call.tool() + call.arguments();
    }

    private static String text(Budget budget) {
        List<String> limits = new ArrayList<>();
        budget.steps().ifPresent(limit -> limits.add("steps=" + limit));
        budget.modelCalls().ifPresent(limit -> limits.add("calls=" + limit));
        budget.tokens().ifPresent(limit -> limits.add("tokens=" + limit));
        budget.cost().ifPresent(limit -> limits.add("cost=" + limit));
        budget.time().ifPresent(limit -> limits.add("time=" + limit));
        return limits.isEmpty() ? "" : " " + limits;
    }

    @Override
    public String started(Event.Started event) {
        String parent = event.parent()
                .map(call -> " child of " + call.callId() + " in " + call.path())
                .orElse("");
        return event.agent() + " \"" + event.input() + "\"" + text(event.budget()) + parent;
    }

    @Override
    public String contextFetched(Event.ContextFetched event) {
        return event.source() + " " + event.result();
    }

    @Override
    public String contextFailed(Event.ContextFailed event) {
        return event.source() + " " + (event.declared() ? "declared: " : "undeclared: ") + event.message();
    }

    @Override
    public String modelReplied(Event.ModelReplied event) {
        String calls = event.calls().stream().map(EventOutline::text).collect(Collectors.joining(", "));
        return "\"" + event.text() + "\" [" + calls + "] " + event.usage().tokens() + " tokens"
                + (event.unseen() == 0 ? "" : ", " + event.unseen() + " unseen");
    }

    @Override
    public String textRejected(Event.TextRejected event) {
        return event.reason();
    }

    @Override
    public String callRejected(Event.CallRejected event) {
        return event.callId() + (event.faulty() ? " faulty: " : ": ") + event.reason();
    }

    @Override
    public String gatePassed(Event.GatePassed event) {
        return event.callId();
    }

    @Override
    public String gateDenied(Event.GateDenied event) {
        return event.callId() + ": " + event.reason();
    }

    @Override
    public String gateFailed(Event.GateFailed event) {
        return event.callId() + ": " + event.reason();
    }

    @Override
    public String approvalAsked(Event.ApprovalAsked event) {
        return event.callId() + (event.deadline().isPresent() ? " with deadline: " : ": ") + event.question();
    }

    @Override
    public String approved(Event.Approved event) {
        return event.callId() + " by " + event.by()
                + event.editedArguments().map(edited -> " edited " + edited).orElse("");
    }

    @Override
    public String refused(Event.Refused event) {
        return event.callId() + " by " + event.by() + ": " + event.reason();
    }

    @Override
    public String stepStarted(Event.StepStarted event) {
        return event.callId() + " " + event.effect() + " " + event.flow() + " attempt " + event.attempt() + " key "
                + event.idempotencyKey();
    }

    @Override
    public String stepReturned(Event.StepReturned event) {
        return event.callId() + " " + event.result();
    }

    @Override
    public String callSelected(Event.CallSelected event) {
        return event.callId() + " -> " + text(event.next());
    }

    @Override
    public String stepFailed(Event.StepFailed event) {
        return event.callId()
                + (event.declared() ? " declared" : " undeclared")
                + (event.mayHaveTakenEffect() ? " in doubt: " : ": ")
                + event.message();
    }

    @Override
    public String stepInDoubt(Event.StepInDoubt event) {
        return event.callId() + " " + event.exception();
    }

    @Override
    public String answeredByPerson(AnsweredByPerson event) {
        return event.callId() + " by " + event.by() + ": " + event.answer()
                + event.next().map(call -> " -> " + text(call)).orElse("");
    }

    @Override
    public String requestFailed(RequestFailed event) {
        return event.part() + ": " + event.message();
    }

    @Override
    public String budgetExtended(Event.BudgetExtended event) {
        return text(event.more()).strip() + " by " + event.by();
    }

    @Override
    public String replyAsked(Event.ReplyAsked event) {
        return event.callId() + (event.deadline().isPresent() ? " with deadline" : "")
                + event.fallback().map(fallback -> " with fallback " + fallback).orElse("") + ": " + event.question();
    }

    @Override
    public String replyReceived(Event.ReplyReceived event) {
        return event.callId() + " " + event.reply() + (event.checked() ? "" : " unchecked");
    }

    @Override
    public String agentUpdated(AgentUpdated event) {
        return event.versions().keySet().toString();
    }

    @Override
    public String delegateStarted(DelegateStarted event) {
        return event.callId() + " " + event.agent() + " \"" + event.start().input() + "\"" + text(event.budget())
                + (event.joins() ? " joins" : "");
    }

    @Override
    public String delegateEnded(DelegateEnded event) {
        return event.callId() + (event.succeeded() ? " " : " failed: ") + event.result()
                + (event.tool().isEmpty() ? "" : " of " + event.tool()) + ", "
                + event.usage().tokens() + " tokens";
    }

    @Override
    public String expired(Event.Expired event) {
        return event.callId()
                + event.fallback().map(fallback -> " fallback " + fallback).orElse("");
    }

    @Override
    public String personAsked(Event.PersonAsked event) {
        return event.question();
    }

    @Override
    public String messageReceived(Event.MessageReceived event) {
        return "\"" + event.text() + "\"";
    }

    @Override
    public String finished(Event.Finished event) {
        return (event.callId().isEmpty() ? "text" : event.callId()) + " " + event.result();
    }

    @Override
    public String stopped(Event.Stopped event) {
        return event.cause() + (event.by().isEmpty() ? "" : " by " + event.by()) + ": " + event.reason();
    }
}
