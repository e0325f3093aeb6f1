package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.model.Effect;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A reader of one prefetch method of an agent. */
final class PrefetchReader {

    private final ReadContext context;
    private final TypeTraversal results;
    private final ShapeReader shapes;
    private final ContractReader contracts;

    PrefetchReader(ReadContext context, TypeTraversal results) {
        this.context = context;
        this.results = results;
        this.shapes = new DefinitionReader(context, results).shapes();
        this.contracts = new ContractReader(context, results);
    }

    /** Returns the model of a method annotated with {@code @Prefetch}, empty if the method does not return a value. */
    Optional<PrefetchModel> prefetch(ExecutableElement method) {
        SourceRef at = SourceRef.of(method);
        String name = method.getSimpleName().toString();
        MethodRequirements.fault(method).ifPresent(fault -> refuse(method, at, fault.fault(), fault.remedy()));
        boolean takesThread = takesThread(method);
        PrefetchModel.When when = Annotations.find(method, RuntimeNames.PREFETCH)
                .flatMap(annotation -> Annotations.constant(annotation, "value"))
                .map(PrefetchModel.When::valueOf)
                .orElse(PrefetchModel.When.START);
        var declared = contracts.declared(method, Declaration.PREFETCH.with(name), Effect.READ);
        TypeMirror type = context.components().ofResult(method);
        if (type.getKind() == TypeKind.VOID) {
            refuse(method, at, MethodFault.RETURNS_NOTHING, MethodRemedy.RETURN_VALUE);
            return Optional.empty();
        }
        JavaType owner = JavaTypes.of((TypeElement) JavaTypes.enclosing(method));
        TypeShape result = results.at(name, () -> shapes.component(type, method, at, context.defaultNaming()));
        return Optional.of(
                new PrefetchModel(owner, name, Naming.snakeCase(name), at, when, takesThread, result, declared));
    }

    private boolean takesThread(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        for (VariableElement parameter : parameters) {
            JavaTypes.requireResolved(parameter.asType(), parameter);
            boolean thread = JavaTypes.qualifiedName(parameter.asType()).equals(RuntimeNames.AGENT_THREAD);
            if (!thread || !parameter.equals(parameters.get(0))) {
                refuse(
                        method,
                        SourceRef.of(parameter),
                        MethodFault.UNKNOWN_PARAMETER.with(parameter.getSimpleName()),
                        MethodRemedy.ONLY_THREAD);
            }
        }
        return !parameters.isEmpty();
    }

    private void refuse(ExecutableElement method, SourceRef at, Clause fault, MethodRemedy remedy) {
        results.problems().add(ProblemKind.PREFETCH_FORM, at, method.getSimpleName(), fault, remedy);
    }
}
