package dev.escapement.engine;

import dev.escapement.engine.ReplayResult.Difference;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.StopCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The comparison of the events of one thread with commands, event by event. The visitor returns the difference, if any. */
final class ReplayCheck implements EventVisitor<Optional<Difference>> {

    private static final Optional<Difference> NONE = Optional.empty();

    private final AgentLoop loop;
    private final ReplayRequests requests;
    private final ReplaySteps steps;
    private final EarlierCalls earlier;
    private final PermittedDecisions decisions = new PermittedDecisions();

    /** The versions of the thread; the element at index n has n + 1 events. */
    private final List<AgentThread> versions = new ArrayList<>();

    private @Nullable Event compared;
    private @Nullable Command command;
    private String currentSha256 = "";

    ReplayCheck(AgentLoop loop, AgentThread started, ReplayRequests requests) {
        this.loop = loop;
        this.requests = requests;
        this.steps = new ReplaySteps(loop);
        this.earlier = new EarlierCalls(loop);
        versions.add(started);
    }

    /** Returns the thread with the events that were added. */
    AgentThread thread() {
        return versions.get(versions.size() - 1);
    }

    /** Returns the number of requests that were compared. */
    int requests() {
        return requests.compared();
    }

    /** Compares the next event and adds it. */
    Optional<ReplayResult.Divergence> add(Event event) {
        compared = event;
        command = null;
        currentSha256 = "";
        Optional<Difference> difference = EventVisitor.visit(event, this);
        if (difference.isPresent()) {
            return Optional.of(new ReplayResult.Divergence(
                    versions.size(), event, command(), difference.get(), requestSha256(event), currentSha256));
        }
        versions.add(thread().with(event));
        return Optional.empty();
    }

    private static String requestSha256(Event event) {
        return event instanceof Event.ModelReplied replied
                ? replied.provenance().requestSha256()
                : "";
    }

    /** Returns the command that the current code returns for the events before the compared one. */
    private Command command() {
        Command next = command;
        if (next == null) {
            next = compared == null ? loop.next(thread()) : earlier.next(thread(), compared);
            command = next;
        }
        return next;
    }

    private <C extends Command> Optional<Difference> expect(Class<C> type, Function<C, Optional<Difference>> rule) {
        return type.isInstance(command()) ? rule.apply(type.cast(command())) : Optional.of(Difference.COMMAND);
    }

    private static Optional<Difference> unless(boolean condition, Difference difference) {
        return condition ? NONE : Optional.of(difference);
    }

    private static Optional<Difference> first(Optional<Difference> difference, Optional<Difference> next) {
        return difference.isPresent() ? difference : next;
    }

    private static Optional<Difference> same(String recorded, String current, Difference difference) {
        return unless(recorded.equals(current), difference);
    }

    @Override
    public Optional<Difference> started(Event.Started event) {
        return Optional.of(Difference.POSITION);
    }

    @Override
    public Optional<Difference> agentUpdated(AgentUpdated event) {
        steps.interrupted();
        return unless(!thread().hasEnded(), Difference.POSITION);
    }

    @Override
    public Optional<Difference> contextFetched(Event.ContextFetched event) {
        return fetched(event.source());
    }

    @Override
    public Optional<Difference> contextFailed(Event.ContextFailed event) {
        return fetched(event.source());
    }

    private Optional<Difference> fetched(String source) {
        return expect(Command.FetchContext.class, fetch -> same(source, fetch.source(), Difference.SOURCE));
    }

    @Override
    public Optional<Difference> requestFailed(RequestFailed event) {
        return expect(Command.AskModel.class, ask -> NONE);
    }

    /** Compares a reply with the command at the version of the thread from which the request was rendered. */
    @Override
    public Optional<Difference> modelReplied(Event.ModelReplied event) {
        int requested = versions.size() - event.unseen();
        if (event.unseen() < 0 || requested < 1) {
            return Optional.of(Difference.POSITION);
        }
        AgentThread rendered = versions.get(requested - 1);
        command = loop.next(rendered);
        return expect(Command.AskModel.class, ask -> {
            Optional<String> other =
                    requests.difference(rendered, ask, event.provenance().requestSha256());
            currentSha256 = other.orElse("");
            return unless(other.isEmpty(), Difference.REQUEST);
        });
    }

    @Override
    public Optional<Difference> textRejected(Event.TextRejected event) {
        return expect(Command.RejectText.class, reject -> NONE);
    }

    @Override
    public Optional<Difference> callRejected(Event.CallRejected event) {
        if (earlier.mayBeRejected(thread(), event.callId())) {
            return NONE; // the form that the earlier release checked is not available
        }
        return expect(
                Command.RejectCall.class,
                reject -> first(
                        same(event.callId(), reject.call().id(), Difference.CALL),
                        unless(event.faulty() == reject.faulty(), Difference.COMMAND)));
    }

    @Override
    public Optional<Difference> gatePassed(Event.GatePassed event) {
        return reviewed(event.callId());
    }

    @Override
    public Optional<Difference> gateDenied(Event.GateDenied event) {
        return reviewed(event.callId());
    }

    @Override
    public Optional<Difference> gateFailed(Event.GateFailed event) {
        return reviewed(event.callId());
    }

    private Optional<Difference> reviewed(String callId) {
        return expect(
                Command.CheckGate.class, check -> same(callId, check.call().id(), Difference.CALL));
    }

    @Override
    public Optional<Difference> approvalAsked(Event.ApprovalAsked event) {
        if (command() instanceof Command.ReopenApproval ask) {
            return first(
                    same(event.callId(), ask.call().id(), Difference.CALL),
                    first(
                            unless(
                                    event.argumentsSha256().equals(ask.argumentsSha256())
                                            || earlier.isEarlier(thread(), event.callId()),
                                    Difference.ARGUMENTS),
                            unless(event.deadline().equals(ask.deadline()), Difference.QUESTION)));
        }
        return expect(
                Command.CheckGate.class,
                check -> first(
                        same(event.callId(), check.call().id(), Difference.CALL),
                        first(
                                unless(!check.again(), Difference.COMMAND),
                                unless(
                                        event.argumentsSha256().equals(check.argumentsSha256())
                                                || earlier.isRevised(thread(), event.callId()),
                                        Difference.ARGUMENTS))));
    }

    @Override
    public Optional<Difference> stepStarted(Event.StepStarted event) {
        return steps.started(thread(), event, command());
    }

    @Override
    public Optional<Difference> stepReturned(Event.StepReturned event) {
        return joins(event.callId()) ? NONE : steps.ended(event.callId(), Flow.RETURNS);
    }

    @Override
    public Optional<Difference> callSelected(Event.CallSelected event) {
        return joins(event.callId()) ? NONE : steps.ended(event.callId(), Flow.SELECTS);
    }

    /** Returns whether the current code joins the child thread of a call. */
    private boolean joins(String callId) {
        return !steps.isRunning(callId)
                && command() instanceof Command.JoinChild join
                && join.call().id().equals(callId);
    }

    @Override
    public Optional<Difference> stepFailed(Event.StepFailed event) {
        boolean isOutcome = steps.isRunning(event.callId()) && !event.mayHaveTakenEffect();
        if (isOutcome || (joins(event.callId()) && !event.mayHaveTakenEffect())) {
            steps.ended(event.callId());
            return NONE;
        }
        return expect(Command.FailStep.class, fail -> {
            steps.ended(event.callId());
            return first(
                    same(event.callId(), fail.call().id(), Difference.CALL),
                    unless(event.mayHaveTakenEffect() == fail.mayHaveTakenEffect(), Difference.EFFECT));
        });
    }

    @Override
    public Optional<Difference> stepInDoubt(Event.StepInDoubt event) {
        return steps.inDoubt(event.callId());
    }

    @Override
    public Optional<Difference> replyAsked(Event.ReplyAsked event) {
        if (command() instanceof Command.ReopenReply ask && !steps.isRunning(event.callId())) {
            return first(
                    same(event.callId(), ask.call().id(), Difference.CALL),
                    unless(
                            event.schema().equals(ask.schema())
                                    && event.deadline().equals(ask.deadline())
                                    && event.fallback().equals(ask.fallback()),
                            Difference.QUESTION));
        }
        return steps.asked(event);
    }

    @Override
    public Optional<Difference> delegateStarted(DelegateStarted event) {
        return steps.delegated(thread(), event);
    }

    @Override
    public Optional<Difference> personAsked(Event.PersonAsked event) {
        return expect(Command.AskPerson.class, ask -> NONE);
    }

    @Override
    public Optional<Difference> finished(Event.Finished event) {
        if (!event.callId().isEmpty()) {
            return first(
                    steps.ended(event.callId(), Flow.FINISHES),
                    unless(RecordedResult.isReadable(loop, thread(), event), Difference.END));
        }
        return expect(
                Command.FinishWithText.class,
                finish -> same(
                        event.result(),
                        EventFactory.finished(finish, event.at()).result(),
                        Difference.END));
    }

    @Override
    public Optional<Difference> stopped(Event.Stopped event) {
        if (event.cause() == StopCause.CANCELLED) {
            return unless(!thread().hasEnded(), Difference.POSITION);
        }
        return expect(Command.Stop.class, stop -> unless(event.cause() == stop.cause(), Difference.END));
    }

    @Override
    public Optional<Difference> approved(Event.Approved event) {
        return decided(decisions.approved(loop, thread(), event));
    }

    @Override
    public Optional<Difference> refused(Event.Refused event) {
        return decided(decisions.refused(thread(), event));
    }

    @Override
    public Optional<Difference> replyReceived(Event.ReplyReceived event) {
        return decided(decisions.replied(thread(), event));
    }

    @Override
    public Optional<Difference> expired(Event.Expired event) {
        return decided(decisions.expired(thread(), event));
    }

    @Override
    public Optional<Difference> answeredByPerson(AnsweredByPerson event) {
        steps.ended(event.callId());
        return decided(first(decisions.answered(thread(), event), result(event)));
    }

    /** Compares a result that a person wrote in place of the step. */
    private Optional<Difference> result(AnsweredByPerson event) {
        return event.answer() instanceof Answer.Finished result
                ? unless(
                        RecordedResult.isReadable(
                                loop, thread(), new Event.Finished(event.at(), event.callId(), result.json())),
                        Difference.END)
                : NONE;
    }

    @Override
    public Optional<Difference> delegateEnded(DelegateEnded event) {
        DelegateStarted delegate = thread().state().delegates().get(event.callId());
        return decided(unless(delegate != null && delegate.joins() == event.joins(), Difference.POSITION));
    }

    @Override
    public Optional<Difference> messageReceived(Event.MessageReceived event) {
        return decided(unless(!thread().hasEnded(), Difference.POSITION));
    }

    @Override
    public Optional<Difference> budgetExtended(Event.BudgetExtended event) {
        boolean isExtensible = thread().end()
                .map(end -> end instanceof Event.Stopped stopped && stopped.cause() == StopCause.BUDGET)
                .orElse(true);
        return decided(unless(isExtensible, Difference.POSITION));
    }

    /** Notes that an event may have been appended without the lease, which prevents further starts of concurrent steps. */
    private Optional<Difference> decided(Optional<Difference> difference) {
        steps.interrupted();
        return difference;
    }
}
