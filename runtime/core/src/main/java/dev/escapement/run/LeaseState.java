package dev.escapement.run;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.codegen.PropertySet;
import dev.escapement.json.JsonCodec;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of the side file of a thread: its newest lease, and changes of its due time since the last append. The
 * changes apply only while the file of the thread has the given length, so that an append cancels them.
 *
 * @param token the token of the newest lease
 * @param holder the holder of the lease, for people who examine the file
 * @param until the end of the lease; empty if it was released
 * @param end the length of the complete appends in the file of the thread
 * @param attempts the number of failed executions
 * @param due the time from which a driver must continue the thread, instead of that of its standing
 * @param isParked whether the thread waits for an append or a person
 */
record LeaseState(
        long token,
        String holder,
        Optional<Instant> until,
        long end,
        int attempts,
        Optional<Instant> due,
        boolean isParked) {

    static final JsonCodec<LeaseState> CODEC = JsonCodec.of(LeaseState::read, LeaseState::write);

    private static final PropertySet PROPERTIES = PropertySet.required("token", "holder", "end")
            .optional("until", "attempts", "due", "parked")
            .open();

    /** Returns whether a lease is held at a time. */
    static boolean isHeld(@Nullable LeaseState state, Instant now) {
        return state != null && state.until.isPresent() && state.until.get().isAfter(now);
    }

    /** Returns a state without changes of the due time, for a file of a given length. */
    static LeaseState first(long token, String holder, long end) {
        return new LeaseState(token, holder, Optional.empty(), end, 0, Optional.empty(), false);
    }

    /** Returns this state without the changes that an append has canceled. */
    LeaseState at(long length) {
        return end == length ? this : new LeaseState(token, holder, until, length, 0, Optional.empty(), false);
    }

    /** Returns this state with a lease. */
    LeaseState leased(long newToken, String newHolder, Instant newUntil) {
        return new LeaseState(newToken, newHolder, Optional.of(newUntil), end, attempts, due, isParked);
    }

    /** Returns this state with another end of the lease; empty if it is released. */
    LeaseState until(Optional<Instant> newUntil) {
        return new LeaseState(token, holder, newUntil, end, attempts, due, isParked);
    }

    /** Returns this state after a failed execution, without a lease. The thread is parked without a due time. */
    LeaseState failed(Optional<Instant> newDue) {
        return new LeaseState(token, holder, Optional.empty(), end, attempts + 1, newDue, newDue.isEmpty());
    }

    /** Returns this state with a due time, and without failed executions. */
    LeaseState woken(Instant now) {
        return new LeaseState(token, holder, until, end, 0, Optional.of(now), false);
    }

    private static @Nullable LeaseState read(JsonReader in) {
        if (!in.beginObject(PROPERTIES)) {
            return null;
        }
        long token = 0;
        String holder = null;
        Optional<Instant> until = Optional.empty();
        long end = 0;
        int attempts = 0;
        Optional<Instant> due = Optional.empty();
        boolean isParked = false;
        while (in.nextProperty()) {
            switch (in.name()) {
                case "token" -> token = in.readLong();
                case "holder" -> holder = in.readString();
                case "until" -> until = Optional.ofNullable(StoredValues.TIME.read(in));
                case "end" -> end = in.readLong();
                case "attempts" -> attempts = in.readInt();
                case "due" -> due = Optional.ofNullable(StoredValues.TIME.read(in));
                default -> isParked = in.readBoolean();
            }
        }
        return in.endObject() && holder != null
                ? new LeaseState(token, holder, until, end, attempts, due, isParked)
                : null;
    }

    private static void write(JsonWriter out, LeaseState state) {
        out.beginObject();
        out.name("token");
        out.writeLong(state.token);
        out.property("holder", state.holder);
        StoredValues.optional(out, "until", StoredValues.TIME, state.until);
        out.name("end");
        out.writeLong(state.end);
        if (state.attempts != 0) {
            out.name("attempts");
            out.writeInt(state.attempts);
        }
        StoredValues.optional(out, "due", StoredValues.TIME, state.due);
        if (state.isParked) {
            out.name("parked");
            out.writeBoolean(true);
        }
        out.endObject();
    }
}
