package dev.escapement.json;

import dev.escapement.Leniency;
import dev.escapement.content.Content;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options for decoding JSON.
 *
 * @param leniency the faults to repair in addition to those always repaired
 * @param clock the clock with which times that must be past or future are compared; read at most once per decoding, and
 *     only if the JSON contains such times. Null disables the comparison, for JSON that was accepted earlier
 * @param defects the receiver of the path and the exception if a constructor throws for a reason other than invalid
 *     values; such exceptions do not appear in violations
 * @param files the receiver of the different files in the JSON, in order, if it is accepted
 */
public record ReadOptions(
        Set<Leniency> leniency,
        @Nullable InstantSource clock,
        BiConsumer<String, RuntimeException> defects,
        Consumer<Content.File> files) {

    public ReadOptions {
        leniency = Set.copyOf(leniency);
    }

    /**
     * Creates options that ignore exceptions thrown by constructors. Decoding is then a pure function of the JSON and
     * the clock.
     *
     * @param leniency the faults to repair in addition to those always repaired
     * @param clock the clock with which times are compared; null for no comparison
     */
    public ReadOptions(Set<Leniency> leniency, @Nullable InstantSource clock) {
        this(leniency, clock, Ignored.INSTANCE, Ignored.INSTANCE);
    }

    /**
     * Creates options that use the system clock and log exceptions thrown by constructors.
     *
     * @param leniency the faults to repair in addition to those always repaired
     */
    public ReadOptions(Set<Leniency> leniency) {
        this(leniency, InstantSource.system(), ConstructorFailures::ofConstructor, Ignored.INSTANCE);
    }

    /**
     * Returns these options with a receiver of files.
     *
     * @param receiver the receiver of the files in accepted JSON
     * @return the options
     */
    public ReadOptions withFiles(Consumer<Content.File> receiver) {
        return new ReadOptions(leniency, clock, defects, receiver);
    }

    public boolean allows(Leniency fault) {
        return leniency.contains(fault);
    }

    /** The receiver that ignores defects and files. */
    private enum Ignored implements BiConsumer<String, RuntimeException>, Consumer<Content.File> {
        INSTANCE;

        @Override
        public void accept(Content.File file) {}

        @Override
        public void accept(String path, RuntimeException defect) {}
    }
}
