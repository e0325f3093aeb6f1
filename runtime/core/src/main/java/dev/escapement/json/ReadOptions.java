package dev.escapement.json;

import dev.escapement.Leniency;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a text is read.
 *
 * @param leniency the faults that are repaired beside those that always are
 * @param clock tells the moment of reading, with which times that must be past or future are compared; asked once a text
 *     and only if it has such times. Null if they are not to be compared, for a text that was accepted before
 * @param defects is told of what a constructor throws that is no refusal of its values, and of the path: the text
 *     cannot be blamed for it, and whoever wrote the text reads nothing of it
 */
public record ReadOptions(
        Set<Leniency> leniency, @Nullable InstantSource clock, BiConsumer<String, RuntimeException> defects) {

    public ReadOptions {
        leniency = Set.copyOf(leniency);
    }

    /**
     * Options with which reading does nothing else: the same text always gives the same, if the clock does.
     *
     * @param leniency the faults that are repaired beside those that always are
     * @param clock tells the moment of reading; null if times are not to be compared with it
     */
    public ReadOptions(Set<Leniency> leniency, @Nullable InstantSource clock) {
        this(leniency, clock, (path, defect) -> {});
    }

    /**
     * Options that go by the system's clock and log defects.
     *
     * @param leniency the faults that are repaired beside those that always are
     */
    public ReadOptions(Set<Leniency> leniency) {
        this(leniency, InstantSource.system(), ConstructorFailures::ofConstructor);
    }

    public boolean allows(Leniency fault) {
        return leniency.contains(fault);
    }
}
