package dev.escapement.jdbc;

import dev.escapement.run.Append;
import dev.escapement.run.Standing;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An append in the form in which it is stored. The texts of the events are created once, because a cipher may return
 * another text each time and an append with an unknown outcome is recognized by its texts.
 *
 * @param append the request
 * @param key the stored form of the thread's id
 * @param texts the texts of the events
 * @param uses the hashes of the contents to which the events refer, in order
 */
record StoredAppend(Append append, String key, List<String> texts, List<String> uses) {

    /** A hash counts wherever it occurs in an event, also in the arguments and the result of a call. */
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    static StoredAppend of(Append append, EventForm form) {
        List<String> texts = new ArrayList<>();
        Set<String> uses = new TreeSet<>();
        for (Event event : append.events()) {
            String json = Event.CODEC.encode(event);
            HASH.matcher(json).results().map(MatchResult::group).forEach(uses::add);
            texts.add(form.text(append.threadId(), json));
        }
        return new StoredAppend(append, KeyText.stored(append.threadId()), List.copyOf(texts), List.copyOf(uses));
    }

    int position() {
        return append.position();
    }

    /** Returns whether this append creates a thread. */
    boolean starts() {
        return position() == 0 && !texts.isEmpty();
    }

    /** Returns the agent of the thread that this append starts. */
    String agent() {
        if (append.events().get(0) instanceof Event.Started started) {
            return started.agent();
        }
        throw new IllegalArgumentException("a thread begins with the event started");
    }

    /** Returns the open questions. */
    List<Standing.Question> questions() {
        return append.standing().questions();
    }

    /** Returns the lease if its token must be replaced before this append. */
    Optional<JdbcLease> unresolvedLease() {
        return append.lease()
                .filter(JdbcLease.class::isInstance)
                .map(JdbcLease.class::cast)
                .filter(JdbcLease::isUnresolved);
    }

    @Nullable
    Long fence() {
        return append.lease().map(lease -> lease.token()).orElse(null);
    }

    /** Returns the parameters that both databases have in common. */
    Args args(String previousSum) {
        List<String> sums = EventSums.following(previousSum, texts);
        Standing standing = append.standing();
        return Args.of("id", key)
                .and("longid", KeyText.complete(append.threadId()))
                .and("position", position())
                .and("count", texts.size())
                .and("previous", previousSum)
                .and("sum", sums.isEmpty() ? previousSum : sums.get(sums.size() - 1))
                .and("events", texts)
                .and("sums", sums)
                .and("status", Codes.of(standing.phase()))
                .and("due", standing.due().map(StoreClock::storedDue).orElse(null))
                .and("runnable", standing.phase() == Standing.Phase.RUNNABLE)
                .and("questions", questions().size())
                .and("fence", fence());
    }

    /** Returns the names and the values of the labels, in the same order. */
    List<Map.Entry<String, String>> labels() {
        return new ArrayList<>(append.labels().entrySet());
    }
}
