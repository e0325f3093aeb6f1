package dev.escapement.testkit;

import dev.escapement.run.Append;
import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.LeaseLostException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stores with a fault in append, delete or erase. */
final class AppendFaults {

    private AppendFaults() {}

    private static Append at(Append append, int position, List<Event> events) {
        return new Append(append.threadId(), position, events, append.lease(), append.standing());
    }

    private static int size(InMemoryThreadStore store, String id) {
        return store.load(id).map(thread -> thread.events().size()).orElse(0);
    }

    /** Loses the last event of a batch. */
    static final class LostEvent extends DelegatingStore {
        LostEvent(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            int size = append.events().size();
            correct.append(
                    size < 2
                            ? append
                            : at(append, append.position(), append.events().subList(0, size - 1)));
        }
    }

    /** Appends at the end, whatever the position. */
    static final class PositionNotChecked extends DelegatingStore {
        PositionNotChecked(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            try {
                correct.append(append);
            } catch (ConcurrentRunException taken) {
                append(at(append, taken.size(), append.events()));
            }
        }
    }

    /** Checks the position before the append, not in the same operation. */
    static final class CheckNotAtomic extends DelegatingStore {
        CheckNotAtomic(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            int size = size(correct, append.threadId());
            if (size != append.position()) {
                throw new ConcurrentRunException(append.threadId(), append.position(), size);
            }
            LockSupport.parkNanos(1_000_000);
            store(append);
        }

        private void store(Append append) {
            try {
                correct.append(append);
            } catch (ConcurrentRunException taken) {
                if (append.position() > 0) {
                    store(at(append, taken.size(), append.events()));
                }
            }
        }
    }

    /** Stores the events of a refused batch whose positions are free. */
    static final class HalfBatch extends DelegatingStore {
        HalfBatch(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            try {
                correct.append(append);
            } catch (ConcurrentRunException taken) {
                int stored = taken.size() - append.position();
                if (append.position() > 0
                        && stored > 0
                        && stored < append.events().size()) {
                    List<Event> rest = new ArrayList<>(
                            append.events().subList(stored, append.events().size()));
                    correct.append(at(append, taken.size(), rest));
                }
                throw taken;
            }
        }
    }

    /** Appends under any lease. */
    static final class TokenNotChecked extends DelegatingStore {
        TokenNotChecked(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            correct.append(new Append(
                    append.threadId(), append.position(), append.events(), Optional.empty(), append.standing()));
        }
    }

    /** Checks the position before the token. */
    static final class TokenCheckedLast extends DelegatingStore {
        TokenCheckedLast(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            try {
                correct.append(append);
            } catch (LeaseLostException lost) {
                int size = size(correct, append.threadId());
                throw size == append.position()
                        ? lost
                        : new ConcurrentRunException(append.threadId(), append.position(), size);
            }
        }
    }

    /** Keeps the events of erased threads. */
    static final class EraseKeepsText extends DelegatingStore {

        private final Map<String, AgentThread> kept = new ConcurrentHashMap<>();

        EraseKeepsText(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public boolean erase(String id) {
            if (!kept.containsKey(id)) {
                correct.load(id).ifPresent(thread -> kept.put(id, thread));
            }
            return correct.erase(id);
        }

        @Override
        public boolean delete(String id) {
            kept.remove(id);
            return correct.delete(id);
        }

        @Override
        public List<Event> load(String id, int fromPosition) {
            AgentThread thread = kept.get(id);
            return thread == null
                    ? correct.load(id, fromPosition)
                    : thread.events().subList(fromPosition, thread.events().size());
        }
    }

    /** Keeps the labels of deleted threads for the next thread with the id. */
    static final class DeleteKeepsLabels extends DelegatingStore {

        private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

        DeleteKeepsLabels(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public boolean delete(String id) {
            correct.entry(id).ifPresent(entry -> kept.put(id, entry.labels()));
            return correct.delete(id);
        }

        @Override
        public void append(Append append) {
            Map<String, String> labels = kept.remove(append.threadId());
            if (labels != null && append.position() == 0) {
                List<Event> events = new ArrayList<>(append.events());
                events.set(0, Samples.started(Samples.AGENT, new Start("hello", "", "", List.of(), labels)));
                correct.append(at(append, 0, events));
            } else {
                correct.append(append);
            }
        }
    }

    /** Changes the standing in spite of a refusal. */
    static final class StandingOfRefused extends DelegatingStore {
        StandingOfRefused(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            try {
                correct.append(append);
            } catch (ConcurrentRunException refused) {
                if (refused.size() > 0) {
                    correct.append(at(append, refused.size(), List.of()));
                }
                throw refused;
            }
        }
    }

    /** Cuts texts of events at 64 Ki code units. */
    static final class CutTexts extends DelegatingStore {
        CutTexts(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            correct.append(at(
                    append,
                    append.position(),
                    append.events().stream().map(CutTexts::cut).toList()));
        }

        private static Event cut(Event event) {
            return event instanceof Event.MessageReceived message
                            && message.text().length() > 65_535
                    ? new Event.MessageReceived(message.at(), message.text().substring(0, 65_535), message.files())
                    : event;
        }
    }

    /** Treats ids that differ in case only as equal. */
    static final class IdsIgnoreCase extends DelegatingStore {

        private final Map<String, String> ids = new ConcurrentHashMap<>();

        IdsIgnoreCase(InMemoryThreadStore correct, InstantSource clock) {
            super(correct);
        }

        @Override
        public void append(Append append) {
            String id = ids.computeIfAbsent(append.threadId().toLowerCase(Locale.ROOT), lower -> append.threadId());
            correct.append(new Append(id, append.position(), append.events(), append.lease(), append.standing()));
        }
    }
}
