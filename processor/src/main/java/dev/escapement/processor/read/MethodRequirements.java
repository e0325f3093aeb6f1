package dev.escapement.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The requirements of generated code for each agent method that it calls. */
final class MethodRequirements {

    private static final Set<Modifier> UNWANTED = Set.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.ABSTRACT);

    private MethodRequirements() {}

    /** What keeps a method from being called on an instance of the agent: "private", for example. */
    static Optional<String> fault(ExecutableElement method) {
        if (!method.getTypeParameters().isEmpty()) {
            return Optional.of("generic");
        }
        return method.getModifiers().stream()
                .filter(UNWANTED::contains)
                .map(Modifier::toString)
                .findFirst();
    }
}
