package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.ToolFault;
import dev.escapement.processor.model.RuntimeNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The tools and other types that a type permits. These are the type itself or, recursively, the permitted types of a
 * sealed interface.
 *
 * @param type the type; empty if it is not a named type
 * @param tools the tools, in the order of {@link PermittedOrder}
 * @param others the types that are not tools
 */
record ToolTypes(Optional<TypeElement> type, List<TypeElement> tools, List<TypeElement> others) {

    static ToolTypes of(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return new ToolTypes(Optional.empty(), List.of(), List.of());
        }
        Set<TypeElement> leaves = new LinkedHashSet<>();
        collect(element, leaves);
        return new ToolTypes(
                Optional.of(element),
                leaves.stream().filter(ToolTypes::isTool).toList(),
                leaves.stream().filter(leaf -> !isTool(leaf)).toList());
    }

    private static void collect(TypeElement type, Set<TypeElement> leaves) {
        if (isTool(type) || !AnnotationTargets.isUnion(type)) {
            leaves.add(type);
            return;
        }
        PermittedOrder.of(type).forEach(permitted -> collect(permitted, leaves));
    }

    private static boolean isTool(TypeElement type) {
        return Annotations.has(type, RuntimeNames.TOOL);
    }

    /** Returns whether the type does not permit any tools. */
    boolean isNone() {
        return tools.isEmpty();
    }

    /** Returns the reason why a value of the type might not be a tool call, empty if every value is a tool call. */
    Optional<Clause> fault() {
        if (type.isEmpty() || tools.isEmpty()) {
            return Optional.of(ToolFault.NOT_A_TOOL);
        } else if (!others.isEmpty()) {
            return Optional.of(ToolFault.MIXED.with(
                    tools.get(0).getSimpleName(), others.get(0).getSimpleName()));
        }
        boolean generic = !type.get().getTypeParameters().isEmpty();
        return generic ? Optional.of(ToolFault.GENERIC) : Optional.empty();
    }
}
