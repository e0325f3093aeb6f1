package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The base class of stores with a fault: delegates all operations to a correct store. */
class DelegatingStore implements ThreadStore, ThreadIndex, ThreadQueue {

    final InMemoryThreadStore correct;

    DelegatingStore(InMemoryThreadStore correct) {
        this.correct = correct;
    }

    @Override
    public Optional<AgentThread> load(String id) {
        return correct.load(id);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        return correct.load(id, fromPosition);
    }

    @Override
    public void append(Append append) {
        correct.append(append);
    }

    @Override
    public Optional<Lease> lease(String id, Duration time) {
        return correct.lease(id, time);
    }

    @Override
    public boolean delete(String id) {
        return correct.delete(id);
    }

    @Override
    public boolean erase(String id) {
        return correct.erase(id);
    }

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        return correct.questions(query);
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        return correct.threads(query);
    }

    @Override
    public int count(ThreadQuery query, int bound) {
        return correct.count(query, bound);
    }

    @Override
    public Optional<ThreadEntry> entry(String id) {
        return correct.entry(id);
    }

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        return correct.claim(agents, limit, time);
    }

    @Override
    public void renew(Collection<? extends Lease> leases) {
        correct.renew(leases);
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        correct.retry(claim, delay);
    }

    @Override
    public void park(Claim claim) {
        correct.park(claim);
    }

    @Override
    public boolean wake(String id) {
        return correct.wake(id);
    }

    @Override
    public Instant time() {
        return correct.time();
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        return correct.register(schedule, definition, first);
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        return correct.fire(tick, start);
    }
}
