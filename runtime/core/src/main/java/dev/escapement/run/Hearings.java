package dev.escapement.run;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What a listener has heard of each thread that somebody is at work on. Forgets a thread once nobody is. */
final class Hearings {

    private final ThreadListener listener;
    private final ConcurrentMap<String, Hearing> hearings = new ConcurrentHashMap<>();

    Hearings(ThreadListener listener) {
        this.listener = listener;
    }

    /**
     * Does some work on a thread.
     *
     * @param id the thread's id
     * @param work given what the listener has heard of the thread
     * @return what the work gives
     */
    <T> T during(String id, Function<Hearing, T> work) {
        Hearing hearing = hearings.compute(id, (key, known) -> entered(known == null ? new Hearing(listener) : known));
        try {
            return work.apply(hearing);
        } finally {
            hearings.computeIfPresent(id, (key, known) -> known.users(-1) == 0 ? null : known);
        }
    }

    private static Hearing entered(Hearing hearing) {
        hearing.users(1);
        return hearing;
    }
}
