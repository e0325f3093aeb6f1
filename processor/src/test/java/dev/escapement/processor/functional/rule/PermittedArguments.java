package dev.escapement.processor.functional.rule;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An independent derivation of the type arguments of a permitted type, by reflection. */
public final class PermittedArguments {

    private final Map<TypeVariable<?>, BoundType> bindings = new HashMap<>();

    private PermittedArguments() {}

    /**
     * Returns the types bound to the variables of a permitted type, empty if no value of the sealed interface is an
     * instance of the permitted type.
     *
     * @param arguments the types bound to the variables of the sealed interface
     */
    public static Optional<Map<TypeVariable<?>, BoundType>> of(
            Class<?> permitted, Class<?> union, Map<TypeVariable<?>, BoundType> arguments) {
        PermittedArguments found = new PermittedArguments();
        for (AnnotatedType written : permitted.getAnnotatedInterfaces()) {
            if (written instanceof AnnotatedParameterizedType generic && raw(written) == union) {
                for (int i = 0; i < union.getTypeParameters().length; i++) {
                    BoundType argument = arguments.get(union.getTypeParameters()[i]);
                    if (!found.matches(generic.getAnnotatedActualTypeArguments()[i], argument)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return found.isWithinBounds() ? Optional.of(found.bindings) : Optional.empty();
    }

    private boolean matches(AnnotatedType written, BoundType actual) {
        BoundType argument = actual.type() instanceof AnnotatedTypeVariable ? actual.resolved() : actual;
        if (written instanceof AnnotatedTypeVariable) {
            BoundType before = bindings.putIfAbsent((TypeVariable<?>) written.getType(), argument);
            return before == null || before.raw() == argument.raw();
        } else if (written instanceof AnnotatedArrayType array) {
            return argument.type() instanceof AnnotatedArrayType other
                    && !argument.with(other.getAnnotatedGenericComponentType())
                            .raw()
                            .isPrimitive()
                    && matches(
                            array.getAnnotatedGenericComponentType(),
                            argument.with(other.getAnnotatedGenericComponentType()));
        } else if (written instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            boolean matches = raw(written) == argument.raw();
            for (int i = 0; matches && i < arguments.length; i++) {
                matches = matches(arguments[i], argument.argument(i));
            }
            return matches;
        }
        return written.getType() == argument.raw();
    }

    private boolean isWithinBounds() {
        return bindings.entrySet().stream().allMatch(binding -> {
            Type bound = binding.getKey().getBounds()[0];
            Class<?> raw =
                    bound instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) bound;
            return raw.isAssignableFrom(binding.getValue().raw());
        });
    }

    private static Class<?> raw(AnnotatedType type) {
        return (Class<?>) ((ParameterizedType) type.getType()).getRawType();
    }
}
