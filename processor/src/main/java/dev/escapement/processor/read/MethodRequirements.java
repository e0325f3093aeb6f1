package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.MethodFault;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The requirements for agent methods that generated code calls. */
final class MethodRequirements {

    private static final Map<Modifier, MethodFault> UNWANTED = Map.of(
            Modifier.PRIVATE, MethodFault.PRIVATE,
            Modifier.STATIC, MethodFault.STATIC,
            Modifier.ABSTRACT, MethodFault.ABSTRACT);

    private MethodRequirements() {}

    /** Returns the reason why a method cannot be called on an instance of the agent, empty if it can. */
    static Optional<Clause> fault(ExecutableElement method) {
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of(MethodFault.GENERIC);
        }
        return method.getModifiers().stream()
                .<Clause>flatMap(modifier -> Stream.ofNullable(UNWANTED.get(modifier)))
                .findFirst();
    }
}
