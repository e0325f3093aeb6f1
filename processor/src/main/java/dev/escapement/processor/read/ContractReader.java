package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A reader of the exceptions that a method declares as part of its contract. Their messages are sent to the model. */
final class ContractReader {

    private static final String INTERRUPTED = "java.lang.InterruptedException";

    private final Types types;
    private final TypeTraversal results;

    ContractReader(ReadContext context, TypeTraversal results) {
        this.types = context.types();
        this.results = results;
    }

    /**
     * Returns the exceptions in the contract of a method, excluding subclasses of other exceptions in it.
     *
     * @param subject the method
     * @param effect the effect of the method
     */
    List<JavaType> declared(ExecutableElement method, Clause subject, Effect effect) {
        List<TypeMirror> contract = new ArrayList<>();
        for (TypeMirror thrown : method.getThrownTypes()) {
            JavaTypes.requireResolved(thrown, method);
            if (thrown.getKind() == TypeKind.DECLARED
                    && ExceptionOrigin.of(thrown) != ExceptionOrigin.GENERAL
                    && !isInterruption(thrown) // handled by the runner
                    && contract.stream().noneMatch(other -> types.isSameType(thrown, other))) {
                contract.add(thrown);
                results.uses(((DeclaredType) thrown).asElement());
                results.requireReachable((TypeElement) ((DeclaredType) thrown).asElement(), SourceRef.of(method));
            }
        }
        warn(method, subject, effect);
        // Java requires the alternatives of one catch clause to be unrelated.
        return contract.stream()
                .filter(type -> contract.stream().noneMatch(other -> other != type && types.isSubtype(type, other)))
                .map(type -> JavaTypes.of((TypeElement) ((DeclaredType) type).asElement()))
                .toList();
    }

    /** Reports the exceptions that are probably not meant to be part of the contract, each at most once. */
    private void warn(ExecutableElement method, Clause subject, Effect effect) {
        SourceRef at = SourceRef.of(method);
        List<String> general = texts(method, thrown -> ExceptionOrigin.of(thrown) == ExceptionOrigin.GENERAL);
        if (!general.isEmpty()) {
            results.problems().add(ProblemKind.THROWS_ANYTHING, at, subject, general);
        }
        List<String> unknown = texts(
                method,
                thrown -> effect.mayRemainUnknown() && ExceptionOrigin.of(thrown) == ExceptionOrigin.UNKNOWN_OUTCOME);
        if (!unknown.isEmpty()) {
            results.problems().add(ProblemKind.UNKNOWN_OUTCOME, at, subject, effect, unknown);
        }
        List<String> foreign = texts(method, thrown -> hasForeignMessage(thrown, effect));
        if (!foreign.isEmpty()) {
            results.problems().add(ProblemKind.FOREIGN_EXCEPTION, at, subject, foreign);
        }
    }

    private static List<String> texts(ExecutableElement method, Predicate<TypeMirror> included) {
        return method.getThrownTypes().stream()
                .filter(included)
                .map(TypeText::of)
                .distinct()
                .toList();
    }

    /** Returns whether the model receives the message of an exception that a library has created. */
    private static boolean hasForeignMessage(TypeMirror thrown, Effect effect) {
        return switch (ExceptionOrigin.of(thrown)) {
            case LIBRARY -> true;
            case UNKNOWN_OUTCOME ->
                effect == Effect.READ && ExceptionOrigin.isFromLibrary(thrown) && !isInterruption(thrown);
            case GENERAL, OTHER -> false;
        };
    }

    private static boolean isInterruption(TypeMirror thrown) {
        return JavaTypes.qualifiedName(thrown).equals(INTERRUPTED);
    }
}
