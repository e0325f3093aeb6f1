package dev.escapement.json;

import dev.escapement.Leniency;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a text is read.
 *
 * @param leniency the faults that are repaired beside those that always are
 * @param clock tells the moment of reading, with which times that must be past or future are compared; asked once a text
 *     and only if it has such times. Null if they are not to be compared
 */
public record ReadOptions(Set<Leniency> leniency, @Nullable InstantSource clock) {

    public ReadOptions {
        leniency = Set.copyOf(leniency);
    }

    /**
     * Options that go by the system's clock.
     *
     * @param leniency the faults that are repaired beside those that always are
     */
    public ReadOptions(Set<Leniency> leniency) {
        this(leniency, InstantSource.system());
    }

    /**
     * These options for a text that was accepted before: what was past or future then is not compared again, because it
     * may have changed since.
     *
     * @return new options
     */
    public ReadOptions acceptedBefore() {
        return new ReadOptions(leniency, null);
    }

    boolean allows(Leniency fault) {
        return leniency.contains(fault);
    }
}
