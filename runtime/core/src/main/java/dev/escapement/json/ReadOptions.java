package dev.escapement.json;

import dev.escapement.Leniency;
import java.util.Set;

/**
 * How a text is read.
 *
 * @param leniency the faults that are repaired beside those that always are
 */
public record ReadOptions(Set<Leniency> leniency) {

    /** Repairs only what is always safe. */
    public static final ReadOptions STRICT = new ReadOptions(Set.of());

    public ReadOptions {
        leniency = Set.copyOf(leniency);
    }

    boolean allows(Leniency fault) {
        return leniency.contains(fault);
    }
}
