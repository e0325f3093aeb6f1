package dev.escapement.processor.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The warnings that code causes by its use of certain elements.
 *
 * @param tokens the values of {@code @SuppressWarnings} for elements that are deprecated, in alphabetical order
 * @param auxiliary the top-level classes that javac calls auxiliary, because the name of their source file is another.
 *     Each use in another file causes a warning, which javac suppresses only within the bodies of members
 */
public record SourceWarnings(Collection<String> tokens, Set<JavaType> auxiliary) {

    /** The value for code without warnings. */
    public static final SourceWarnings NONE = new SourceWarnings(Set.of(), Set.of());

    public SourceWarnings {
        tokens = Set.copyOf(tokens);
        auxiliary = Set.copyOf(auxiliary);
    }

    @Override
    public Collection<String> tokens() {
        return new TreeSet<>(tokens);
    }

    /** Returns the warnings that either code causes. */
    public SourceWarnings and(SourceWarnings other) {
        Set<String> allTokens = new TreeSet<>(tokens);
        allTokens.addAll(other.tokens);
        Set<JavaType> all = new HashSet<>(auxiliary);
        all.addAll(other.auxiliary);
        return new SourceWarnings(allTokens, all);
    }

    /** Returns whether a class is auxiliary, or nested in an auxiliary class. */
    public boolean isAuxiliary(JavaType type) {
        return auxiliary.contains(type.outermost());
    }
}
