package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** A reader of the exceptions that a method declares as part of its contract. Their messages are sent to the model. */
final class ContractReader {

    /** The exceptions that are too general to be part of a contract. */
    private static final Set<String> TOO_GENERAL =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");

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
     */
    List<JavaType> declared(ExecutableElement method, Clause subject) {
        List<TypeMirror> contract = new ArrayList<>();
        List<String> general = new ArrayList<>();
        for (TypeMirror thrown : method.getThrownTypes()) {
            JavaTypes.requireResolved(thrown, method);
            String name = JavaTypes.qualifiedName(thrown);
            if (TOO_GENERAL.contains(name)) {
                general.add(TypeText.of(thrown));
            } else if (thrown.getKind() == TypeKind.DECLARED
                    && !name.equals("java.lang.InterruptedException") // handled by the runner
                    && contract.stream().noneMatch(other -> types.isSameType(thrown, other))) {
                contract.add(thrown);
                results.uses(((DeclaredType) thrown).asElement());
                results.requireReachable((TypeElement) ((DeclaredType) thrown).asElement(), SourceRef.of(method));
            }
        }
        if (!general.isEmpty()) {
            results.problems().add(ProblemKind.THROWS_ANYTHING, SourceRef.of(method), subject, general);
        }
        // Java requires the alternatives of one catch clause to be unrelated.
        return contract.stream()
                .filter(type -> contract.stream().noneMatch(other -> other != type && types.isSubtype(type, other)))
                .map(type -> JavaTypes.of((TypeElement) ((DeclaredType) type).asElement()))
                .toList();
    }
}
