package dev.escapement.codegen;

import dev.escapement.internal.text.AsciiCase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of allowed values for a JSON string. Immutable; generated code has one for each enum and sealed interface. */
public final class ConstantSet {

    private final List<String> names;
    private final Set<String> lookup;

    private ConstantSet(List<String> names) {
        this.names = names;
        this.lookup = new HashSet<>(names);
    }

    /**
     * Returns a set of the given strings.
     *
     * @param names the strings, in the order in which messages list them
     * @return the set
     */
    public static ConstantSet of(String... names) {
        return new ConstantSet(List.of(names));
    }

    /**
     * Returns the name of an enum constant, which is one of the strings. A constant that was added after the generated
     * class was compiled is not in its schema.
     *
     * @param constant the constant
     * @return the name
     * @throws IncompatibleClassChangeError if the set does not contain the name
     */
    public String nameOf(Enum<?> constant) {
        String name = constant.name();
        if (!contains(name)) {
            throw unknownConstant(constant);
        }
        return name;
    }

    /**
     * Returns the error for an enum constant that was added after the generated class was compiled.
     *
     * @param constant the constant
     * @return the error to throw
     */
    public static IncompatibleClassChangeError unknownConstant(Enum<?> constant) {
        return new IncompatibleClassChangeError(
                constant.getDeclaringClass().getName() + " also has the constant " + constant.name());
    }

    List<String> names() {
        return names;
    }

    boolean contains(String written) {
        return lookup.contains(written);
    }

    /**
     * Returns the only member that equals a string, ignoring the case of ASCII letters, or null if there is not exactly
     * one such member.
     */
    @Nullable
    String inOtherCase(String written) {
        String found = null;
        for (String name : names) {
            if (AsciiCase.equal(name, written)) {
                if (found != null) {
                    return null;
                }
                found = name;
            }
        }
        return found;
    }
}
