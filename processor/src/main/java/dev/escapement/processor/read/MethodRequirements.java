package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.MethodFault;
import dev.escapement.processor.diagnostic.MethodRemedy;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The requirements for agent methods that generated code calls. */
final class MethodRequirements {

    private static final Map<Modifier, MethodProblem> UNWANTED = Map.of(
            Modifier.PRIVATE, new MethodProblem(MethodFault.PRIVATE, MethodRemedy.NOT_PRIVATE),
            Modifier.STATIC, new MethodProblem(MethodFault.STATIC, MethodRemedy.NOT_STATIC),
            Modifier.ABSTRACT, new MethodProblem(MethodFault.ABSTRACT, MethodRemedy.NOT_ABSTRACT));

    private MethodRequirements() {}

    /** Returns the reason why a method cannot be called on an instance of the agent, empty if it can. */
    static Optional<MethodProblem> fault(ExecutableElement method) {
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of(new MethodProblem(MethodFault.GENERIC, MethodRemedy.NOT_GENERIC));
        }
        return method.getModifiers().stream()
                .flatMap(modifier -> Stream.ofNullable(UNWANTED.get(modifier)))
                .findFirst();
    }
}
