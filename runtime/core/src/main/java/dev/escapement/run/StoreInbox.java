package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.EventFactory;
import dev.escapement.internal.text.BlankText;
import dev.escapement.run.InvalidInputException.Reason;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.AnsweredByPerson;
import dev.escapement.thread.Budget;
import dev.escapement.thread.CallProgress;
import dev.escapement.thread.Event;
import dev.escapement.thread.Reply;
import dev.escapement.thread.StopCause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An inbox that appends to a store. */
final class StoreInbox implements ThreadInbox {

    private final ThreadStore store;
    private final ThreadTree tree;

    /** The loops by the names of their agents; empty for an inbox without a loop. */
    private final Map<String, AgentLoop> loops;

    private final ContentStore contents;
    private final Clock clock;
    private final Consumer<AgentThread> beforeAppend;

    StoreInbox(ThreadStore store, @Nullable AgentLoop loop, ContentStore contents, Clock clock) {
        this(store, loop == null ? Map.of() : Map.of(loop.agent(), loop), contents, clock, thread -> {});
    }

    /** Returns an inbox for the threads of different agents. */
    static StoreInbox of(ThreadStore store, ContentStore contents, AgentLoop first, AgentLoop... more) {
        List<AgentLoop> loops = new ArrayList<>(List.of(more));
        loops.add(0, Objects.requireNonNull(first, "loop"));
        Map<String, AgentLoop> byName = new LinkedHashMap<>();
        RunnerDefaults.requireDistinct(loops).forEach(loop -> byName.put(loop.agent(), loop));
        return new StoreInbox(store, byName, contents, Clock.systemUTC(), thread -> {});
    }

    /**
     * Creates an inbox.
     *
     * @param loops the loops by the names of their agents
     * @param beforeAppend receives the version of the thread to which a decision is about to be appended
     */
    StoreInbox(
            ThreadStore store,
            Map<String, AgentLoop> loops,
            ContentStore contents,
            Clock clock,
            Consumer<AgentThread> beforeAppend) {
        this.store = Objects.requireNonNull(store, "store");
        this.contents = Objects.requireNonNull(contents, "contents");
        this.loops = loops;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.beforeAppend = beforeAppend;
        this.tree = new ThreadTree(store, clock);
    }

    @Override
    public ThreadInbox checking(Consumer<AgentThread> check) {
        return new StoreInbox(store, loops, contents, clock, beforeAppend.andThen(check));
    }

    @Override
    public AgentThread thread(String id) {
        Objects.requireNonNull(id, "id");
        return store.load(id).orElseThrow(() -> new UnknownThreadException(id));
    }

    @Override
    public AgentThread root(String id) {
        return new QuestionTree(store).root(thread(id));
    }

    @Override
    public List<InboxQuestion> questions(String id) {
        return new QuestionTree(store).questions(thread(id));
    }

    @Override
    public Optional<InboxQuestion> question(ThreadIndex.QuestionEntry entry) {
        return new QuestionTree(store).question(entry);
    }

    @Override
    public AgentThread approve(String id, String callId, Approver approver) {
        requireNonNull(callId, approver);
        return decide(id, thread -> {
            OpenQuestion question = open(thread, callId);
            question.requireApproval();
            return approved(question, approver, Optional.empty());
        });
    }

    @Override
    public AgentThread approveEdited(String id, String callId, Approver approver, String arguments) {
        requireNonNull(callId, approver);
        Objects.requireNonNull(arguments, "arguments");
        AgentThread known = ofAgent(thread(id));
        WrittenDecision decision = WrittenDecision.inCurrentForm(loops.get(known.agent()), clock, thread -> {
            OpenQuestion question = open(thread, callId);
            question.requireApproval();
            question.requireArguments(arguments);
            return approved(question, approver, Optional.of(arguments));
        });
        return decide(known, callId, decision, decision::isOfOtherRelease);
    }

    private Event approved(OpenQuestion question, Approver approver, Optional<String> edited) {
        return new Event.Approved(
                clock.instant(), question.callId(), approver.name(), question.argumentsSha256(edited), edited);
    }

    @Override
    public AgentThread refuse(String id, String callId, Approver approver, String reason) {
        requireNonNull(callId, approver);
        Objects.requireNonNull(reason, "reason");
        return decide(id, thread -> {
            OpenQuestion question = open(thread, callId);
            question.requireApproval();
            question.requireReason(reason);
            return new Event.Refused(clock.instant(), callId, approver.name(), reason);
        });
    }

    @Override
    public AgentThread reply(String id, String callId, String json) {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(json, "json");
        return decide(id, thread -> replied(open(thread, callId), json, List.of()));
    }

    @Override
    public AgentThread reply(String id, String callId, Reply reply) {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(reply, "reply");
        return decide(id, thread -> {
            OpenQuestion question = open(thread, callId);
            question.requireReplyTo(reply.tool());
            return replied(question, reply.json(), reply.files());
        });
    }

    private Event replied(OpenQuestion question, String json, List<Content.File> known) {
        List<Content.File> decoded = question.requireReply(json);
        List<Content.File> files = decoded.isEmpty() ? known : decoded;
        StoredFiles.require(contents, files, question.thread(), question.callId());
        return new Event.ReplyReceived(clock.instant(), question.callId(), json, !loops.isEmpty(), files);
    }

    @Override
    public AgentThread answer(String id, String callId, Approver approver, Answer answer) {
        requireNonNull(callId, approver);
        Objects.requireNonNull(answer, "answer");
        AgentThread known = ofAgent(thread(id));
        Function<AgentThread, Event> event = thread -> answered(thread, callId, approver, answer);
        WrittenDecision decision = isWritten(answer)
                ? WrittenDecision.inCurrentForm(loops.get(known.agent()), clock, event)
                : WrittenDecision.of(event);
        return decide(
                known, callId, decision, thread -> isInDoubt(thread, callId) || decision.isOfOtherRelease(thread));
    }

    /** Returns whether an answer contains JSON in the form of a tool or of a result. */
    private static boolean isWritten(Answer answer) {
        return switch (answer.kind()) {
            case NEXT, FINISHED -> true;
            case RETURNED, QUESTION, FAILED, RUN_AGAIN -> false;
        };
    }

    /**
     * Records a decision that requires the lease in some states of the thread, because a driver must not run a step of it
     * at the same time.
     */
    private AgentThread decide(
            AgentThread known, String callId, WrittenDecision decision, Predicate<AgentThread> requiresLease) {
        if (store.isEngine()) { // does not append while it runs a step
            return append(known, decision, Optional.empty());
        } else if (!requiresLease.test(known)) {
            WrittenDecision checked = decision.after(thread -> {
                if (requiresLease.test(thread)) {
                    throw NotWaitingException.driven(thread, callId); // a step or another release has just started
                }
            });
            return append(known, checked, Optional.empty());
        }
        ThreadStore.Lease lease = store.lease(known.id(), RunnerDefaults.LEASE_TIME)
                .orElseThrow(() -> NotWaitingException.driven(known, callId));
        try (lease) {
            return append(store.latest(known), decision, Optional.of(lease));
        } catch (LeaseLostException e) {
            throw NotWaitingException.driven(known, callId);
        }
    }

    /** Returns whether the step of a call may be running. Only a holder of the lease may resolve such a call. */
    private static boolean isInDoubt(AgentThread thread, String callId) {
        return thread.openCall(callId).filter(CallProgress::inDoubt).isPresent();
    }

    private Event answered(AgentThread thread, String callId, Approver approver, Answer answer) {
        open(thread, callId).requirePermitted(answer);
        String nextId = answer instanceof Answer.Next ? EventFactory.nextCallId(thread, callId) : "";
        return new AnsweredByPerson(clock.instant(), callId, approver.name(), answer, nextId);
    }

    @Override
    public Set<Answer.Kind> permittedAnswers(AgentThread thread, String callId) {
        Objects.requireNonNull(callId, "callId");
        return open(thread, callId).permitted();
    }

    @Override
    public AgentThread message(String id, String text, Content.File... files) {
        Objects.requireNonNull(text, "text");
        List<Content.File> received = List.of(files);
        return decide(id, thread -> {
            if (thread.hasEnded()) {
                throw NotWaitingException.forMessage(thread);
            } else if (BlankText.is(text) && received.isEmpty()) {
                throw new InvalidInputException(thread, "", Reason.BLANK, RunMessages.BLANK_MESSAGE);
            }
            StoredFiles.require(contents, received, thread, "");
            return new Event.MessageReceived(clock.instant(), text, received);
        });
    }

    @Override
    public AgentThread extend(String id, Approver approver, Budget more) {
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(more, "more");
        if (more.equals(Budget.UNLIMITED)) {
            throw new IllegalArgumentException(RunMessages.EMPTY_EXTENSION);
        }
        return decide(id, thread -> {
            if (!ThreadDescription.isExtensible(thread)) {
                throw NotWaitingException.forExtension(thread);
            }
            return new Event.BudgetExtended(clock.instant(), approver.name(), more);
        });
    }

    @Override
    public AgentThread cancel(String id, String reason) {
        return cancel(id, "", reason);
    }

    @Override
    public AgentThread cancel(String id, Approver approver, String reason) {
        Objects.requireNonNull(approver, "approver");
        return cancel(id, approver.name(), reason);
    }

    private AgentThread cancel(String id, String by, String reason) {
        Objects.requireNonNull(reason, "reason");
        return append(thread(id), thread -> {
            if (thread.hasEnded()) {
                throw NotWaitingException.forStop(thread);
            }
            return new Event.Stopped(clock.instant(), by, StopCause.CANCELLED, reason);
        });
    }

    private AgentThread decide(String id, Function<AgentThread, Event> decision) {
        return append(ofAgent(thread(id)), decision);
    }

    private AgentThread append(AgentThread known, Function<AgentThread, Event> decision) {
        return append(known, WrittenDecision.of(decision), Optional.empty());
    }

    /**
     * Appends the events of a decision to the current version of a thread, and returns the new version. Questions whose
     * deadline has passed expire first.
     */
    private AgentThread append(AgentThread known, WrittenDecision decision, Optional<ThreadStore.Lease> lease) {
        AgentThread thread = known;
        while (true) {
            Optional<Event.Expired> expired = ExpiredQuestion.of(thread, clock::instant);
            List<Event> events = expired.isPresent() ? List.of(expired.get()) : events(thread, decision);
            beforeAppend.accept(thread);
            try {
                AgentThread decided = with(thread, events);
                store.append(new Append(
                        thread.id(), thread.events().size(), events, lease, ThreadStanding.decided(store, decided)));
                if (expired.isEmpty()) {
                    completeTree(decided);
                    return decided;
                }
                thread = decided;
            } catch (ConcurrentRunException faster) {
                thread = store.latest(thread); // another event was appended first: check the decision again
            }
        }
    }

    /**
     * Returns the events of a decision. If only the events of the thread contain the question, but not the current release
     * of the agent, then the thread becomes due, so that a driver asks again or withdraws the question.
     */
    private List<Event> events(AgentThread thread, WrittenDecision decision) {
        try {
            return decision.events(thread);
        } catch (NotWaitingException refusal) {
            if (refusal.isOfRelease()) {
                wake(thread, refusal);
            }
            throw refusal;
        }
    }

    private void wake(AgentThread thread, NotWaitingException refusal) {
        Append wake = Append.of(thread.id(), thread.events().size());
        try {
            store.append(wake.with(ThreadStanding.woken(store, thread)));
        } catch (ConcurrentRunException faster) {
            return; // the append that was faster has the same effect
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    private static AgentThread with(AgentThread thread, List<Event> events) {
        AgentThread next = thread;
        for (Event event : events) {
            next = next.with(event);
        }
        return next;
    }

    /** Ends the children that a decision left. After a failure, a driver of the thread does it. */
    private void completeTree(AgentThread decided) {
        if (store.isEngine()) {
            return;
        }
        try {
            tree.complete(decided);
        } catch (RuntimeException e) {
            RunLog.log(StoreInbox.class, System.Logger.Level.WARNING, DriveMessages.treeFailed(decided.id()), e);
        }
    }

    private AgentThread ofAgent(AgentThread thread) {
        if (!loops.isEmpty() && !loops.containsKey(thread.agent())) {
            throw new WrongAgentException(thread, loops.keySet().iterator().next());
        }
        return thread;
    }

    private OpenQuestion open(AgentThread thread, String callId) {
        return new OpenQuestion(thread, callId, loops.get(thread.agent()));
    }

    private static void requireNonNull(String callId, Approver approver) {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(approver, "approver");
    }
}
