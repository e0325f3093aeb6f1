package dev.escapement.processor.functional.rule;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * A type with the types bound to its variables.
 *
 * @param type the declared type
 * @param variables the variables of the declaring record
 */
public record BoundType(AnnotatedType type, Map<TypeVariable<?>, BoundType> variables) {

    /** Returns another type of the same record. */
    public BoundType with(AnnotatedType other) {
        return new BoundType(other, variables);
    }

    /** Returns the type bound to this type, if it is a variable. */
    public BoundType resolved() {
        return variables.get((TypeVariable<?>) type.getType());
    }

    /** Returns a type argument. */
    public BoundType argument(int index) {
        return with(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index]);
    }

    /** Returns the types bound to the variables of the type itself; empty without variables. */
    public Map<TypeVariable<?>, BoundType> arguments() {
        Map<TypeVariable<?>, BoundType> arguments = new HashMap<>();
        if (type instanceof AnnotatedParameterizedType) {
            TypeVariable<?>[] names = raw().getTypeParameters();
            for (int i = 0; i < names.length; i++) {
                arguments.put(names[i], argument(i));
            }
        }
        return arguments;
    }

    /** Returns the class. */
    public Class<?> raw() {
        Type written = type.getType();
        if (written instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        } else if (written instanceof TypeVariable<?>) {
            return resolved().raw();
        } else if (written instanceof GenericArrayType) {
            AnnotatedArrayType array = (AnnotatedArrayType) type;
            return with(array.getAnnotatedGenericComponentType()).raw().arrayType();
        }
        return (Class<?>) written;
    }
}
