package dev.escapement.processor.read;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The rules that decide whether an exception rolls a transaction back. Without a rule, only unchecked exceptions do. In
 * Spring, the rule with the nearest superclass applies, and a rule that rolls back takes precedence over an equal one.
 * In Jakarta EE, a rule that does not roll back takes precedence.
 */
final class TransactionRules {

    private static final int NO_MATCH = Integer.MAX_VALUE;
    private static final Set<String> UNCHECKED = Set.of("java.lang.RuntimeException", "java.lang.Error");

    private final TransactionAnnotation annotation;
    private final Types types;

    TransactionRules(TransactionAnnotation annotation, Types types) {
        this.annotation = annotation;
        this.types = types;
    }

    /** Returns whether an exception rolls the transaction back. */
    boolean rollsBack(TypeMirror exception) {
        int rollback = distance(exception, annotation.rollback());
        int noRollback = distance(exception, annotation.noRollback());
        if (rollback == NO_MATCH && noRollback == NO_MATCH) {
            return isUnchecked(exception);
        }
        return annotation.spring() ? rollback <= noRollback : noRollback == NO_MATCH;
    }

    /**
     * An exception that does not roll back because of a rule.
     *
     * @param exception the exception
     * @param rule the exception in the rule: the same, or a superclass
     */
    record Exclusion(TypeMirror exception, TypeMirror rule) {}

    /** Returns the exclusions of a declared exception and of its subclasses. */
    List<Exclusion> exclusions(TypeMirror declared) {
        return annotation
                .classes(annotation.noRollback())
                .flatMap(rule -> Stream.of(rule, declared)
                        .filter(type -> types.isSubtype(type, declared) && types.isSubtype(type, rule))
                        .map(type -> new Exclusion(type, rule)))
                .filter(exclusion -> !rollsBack(exclusion.exception()) && wouldRollBack(exclusion.exception()))
                .toList();
    }

    private boolean wouldRollBack(TypeMirror exception) {
        return isUnchecked(exception) || distance(exception, annotation.rollback()) != NO_MATCH;
    }

    /** Returns the number of superclasses between an exception and the nearest exception of a rule. */
    private int distance(TypeMirror exception, String element) {
        List<String> names = names(exception).toList();
        return IntStream.range(0, names.size())
                .filter(i -> matches(names.get(i), element))
                .findFirst()
                .orElse(NO_MATCH);
    }

    private boolean matches(String exception, String element) {
        return annotation.classes(element).map(JavaTypes::qualifiedName).anyMatch(exception::equals)
                || annotation.patterns(element + "ClassName").anyMatch(exception::contains);
    }

    private static boolean isUnchecked(TypeMirror exception) {
        return names(exception).anyMatch(UNCHECKED::contains);
    }

    private static Stream<String> names(TypeMirror exception) {
        return JavaTypes.superclasses(exception)
                .map(type -> type.getQualifiedName().toString());
    }
}
