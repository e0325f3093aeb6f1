package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.diagnostic.TransactionRemedy;
import dev.escapement.processor.model.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A reader of {@code @Transactional} on agent methods. It reports the declared exceptions with which a transaction
 * commits, because the model then receives an error although the writes remain.
 */
final class TransactionReader {

    private final Types types;
    private final Problems problems;

    TransactionReader(ReadContext context, Problems problems) {
        this.types = context.types();
        this.problems = problems;
    }

    /** Reports the exceptions of a method that commit its transaction, if it has one. */
    void check(ExecutableElement method, Clause subject) {
        Optional<TransactionAnnotation> annotation = annotation(method);
        if (annotation.isEmpty() || annotation.get().isWithoutWrites()) {
            return;
        }
        TransactionAnnotation found = annotation.get();
        TransactionRules rules = new TransactionRules(found, types);
        List<? extends TypeMirror> thrown = method.getThrownTypes().stream()
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .toList();
        List<TransactionRules.Exclusion> excluded =
                thrown.stream().flatMap(type -> rules.exclusions(type).stream()).toList();
        List<? extends TypeMirror> checked = thrown.stream()
                .filter(type -> !rules.rollsBack(type)
                        && excluded.stream().noneMatch(other -> types.isSameType(type, other.exception())))
                .toList();
        if (checked.isEmpty() && excluded.isEmpty()) {
            return;
        }
        problems.add(
                ProblemKind.COMMITTED_EXCEPTION,
                found.isOn(method) ? SourceRef.of(method).at(found.mirror()) : SourceRef.of(method),
                subject,
                names(Stream.concat(checked.stream(), excluded.stream().map(TransactionRules.Exclusion::exception))),
                remedy(found, checked, names(excluded.stream().map(TransactionRules.Exclusion::rule))),
                found.isOn(method) ? Hint.NONE : Hint.ON.with(found.owner()));
    }

    private static Clause remedy(
            TransactionAnnotation annotation, List<? extends TypeMirror> checked, List<String> excluded) {
        List<String> classes =
                names(Stream.concat(annotation.classes(annotation.rollback()), checked.stream())).stream()
                        .map(name -> name + ".class")
                        .toList();
        String value =
                classes.size() == 1 ? classes.get(0) : classes.stream().collect(Collectors.joining(", ", "{", "}"));
        if (excluded.isEmpty()) {
            return TransactionRemedy.ROLL_BACK.with(annotation.rollback(), value);
        }
        return checked.isEmpty()
                ? TransactionRemedy.DO_NOT_EXCLUDE.with(excluded, annotation.noRollback())
                : TransactionRemedy.BOTH.with(annotation.rollback(), value, excluded, annotation.noRollback());
    }

    private static List<String> names(Stream<? extends TypeMirror> exceptions) {
        return exceptions.map(TypeText::of).distinct().toList();
    }

    /** Returns the annotation of a method, otherwise that of its class or of the nearest superclass that has one. */
    private static Optional<TransactionAnnotation> annotation(ExecutableElement method) {
        Element owner = JavaTypes.enclosing(method);
        Stream<? extends Element> classes =
                owner instanceof TypeElement type ? JavaTypes.superclasses(type) : Stream.empty();
        return Stream.concat(Stream.of(method), classes)
                .flatMap(element -> TransactionAnnotation.of(element).stream())
                .findFirst();
    }
}
