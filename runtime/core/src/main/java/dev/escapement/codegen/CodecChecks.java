package dev.escapement.codegen;

import dev.escapement.content.Content;
import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.internal.json.Numbers;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of a reader or writer, which include those of the array or object just read or written. */
public abstract sealed class CodecChecks extends ValueChecks permits TokenReader, ScalarWriter {

    /** The number of elements or properties in the array or object just read or written. */
    int count;

    /** The unit of {@link #count}. */
    Unit counted = Unit.PROPERTY;

    /** True if the last floating-point number was read or written as a float. */
    boolean asFloat;

    /** The codec that reads or writes the current value. Code of its class that fails is generated code. */
    Object codec = this;

    private @Nullable ValueChecks names;
    private Set<Content.File> files = Set.of();

    CodecChecks() {}

    /**
     * Returns the checks for the current map key.
     *
     * @return checks that report a violation at the entry
     */
    public final ValueChecks names() {
        if (names == null) {
            names = new NameChecks(this);
        }
        return names;
    }

    /**
     * Records that a file was read or written. Called by the codec of files.
     *
     * @param file the file
     */
    public final void addFile(Content.File file) {
        if (files.isEmpty()) {
            files = new LinkedHashSet<>(); // few values contain files
        }
        files.add(file);
    }

    /** Returns the different files that were read or written, in order. */
    final List<Content.File> files() {
        return files.isEmpty() ? List.of() : List.copyOf(files);
    }

    /**
     * Checks that the array or object just read or written has at least a given number of elements or properties.
     *
     * @param min the minimum
     */
    public final void checkMinCount(int min) {
        if (isRead() && count < min) {
            broken(LimitMessages.atLeast(counted.of(min)), String.valueOf(count));
        }
    }

    /**
     * Checks that the array or object just read or written has at most a given number of elements or properties.
     *
     * @param max the maximum
     */
    public final void checkMaxCount(int max) {
        if (isRead() && count > max) {
            broken(LimitMessages.atMost(counted.of(max)), String.valueOf(count));
        }
    }

    @Override
    final BigDecimal rounded(double value) {
        return Numbers.shortest(value, asFloat);
    }
}
