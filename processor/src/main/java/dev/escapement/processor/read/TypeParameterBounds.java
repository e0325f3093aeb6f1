package dev.escapement.processor.read;

import dev.escapement.processor.model.TypeShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A check of type arguments against the bounds of type parameters. */
final class TypeParameterBounds {

    private final ReadContext context;
    private final Types types;

    TypeParameterBounds(ReadContext context) {
        this.context = context;
        this.types = context.types();
    }

    /** Returns whether the arguments of a class are within the bounds of its type parameters. */
    boolean permit(TypeElement type, List<TypeShape> arguments) {
        Map<String, TypeMirror> bindings = new HashMap<>();
        for (TypeParameterElement parameter : type.getTypeParameters()) {
            Optional<TypeMirror> argument = JavaShapes.type(arguments.get(bindings.size()), context);
            if (argument.isEmpty()) {
                return true; // reported elsewhere
            }
            bindings.put(parameter.getSimpleName().toString(), argument.get());
        }
        for (TypeParameterElement parameter : type.getTypeParameters()) {
            TypeMirror argument = bindings.get(parameter.getSimpleName().toString());
            for (TypeMirror bound : parameter.getBounds()) {
                if (argument != null && !types.isSubtype(argument, substitute(bound, bindings))) {
                    return false;
                }
            }
        }
        return true;
    }

    private TypeMirror substitute(TypeMirror type, Map<String, TypeMirror> bindings) {
        if (type instanceof TypeVariable variable) {
            return bindings.getOrDefault(variable.asElement().getSimpleName().toString(), type);
        }
        if (type instanceof ArrayType array) {
            return types.getArrayType(substitute(array.getComponentType(), bindings));
        }
        if (type instanceof WildcardType wildcard) {
            return types.getWildcardType(
                    substituteBound(wildcard.getExtendsBound(), bindings),
                    substituteBound(wildcard.getSuperBound(), bindings));
        }
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            TypeMirror[] arguments = declared.getTypeArguments().stream()
                    .map(argument -> substitute(argument, bindings))
                    .toArray(TypeMirror[]::new);
            return types.getDeclaredType((TypeElement) declared.asElement(), arguments);
        }
        return type;
    }

    private @Nullable TypeMirror substituteBound(@Nullable TypeMirror bound, Map<String, TypeMirror> bindings) {
        return bound == null ? null : substitute(bound, bindings);
    }
}
