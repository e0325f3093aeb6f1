package dev.escapement.codegen;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The strings that a JSON string may be. Immutable; generated code holds one for each enum and sealed interface. */
public final class ConstantSet {

    private final List<String> names;
    private final Set<String> lookup;

    private ConstantSet(List<String> names) {
        this.names = names;
        this.lookup = new HashSet<>(names);
    }

    /**
     * A set of strings.
     *
     * @param names the strings, in the order in which messages list them
     * @return the set
     */
    public static ConstantSet of(String... names) {
        return new ConstantSet(List.of(names));
    }

    List<String> names() {
        return names;
    }

    boolean contains(String written) {
        return lookup.contains(written);
    }

    /** The one string that differs from what was written in case only; null if there is none or more than one. */
    @Nullable
    String inOtherCase(String written) {
        String found = null;
        for (String name : names) {
            if (name.equalsIgnoreCase(written)) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }
}
