package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.TypeFault;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A derivation of the type arguments of permitted types. The arguments follow from the {@code implements} clause and
 * the use of the sealed interface: for {@code record Ok<T>(T value) implements Result<T>} and {@code Result<String>},
 * the permitted type is {@code Ok<String>}.
 */
final class PermittedTypes {

    /**
     * The relation of a permitted type to one use of its sealed interface.
     *
     * @param possible whether a value of the sealed interface can be an instance of the permitted type
     * @param arguments the type arguments of the permitted type
     * @param fault the reason why the arguments do not follow, null if they do
     * @param dependsOnUse whether another use of the sealed interface can be without the fault
     */
    record Derivation(
            boolean possible,
            List<TypeShape> arguments,
            @Nullable Clause fault,
            boolean dependsOnUse) {

        private static final Derivation IMPOSSIBLE = new Derivation(false, List.of(), null, true);

        Derivation {
            arguments = List.copyOf(arguments);
        }

        private static Derivation of(List<TypeShape> arguments) {
            return new Derivation(true, arguments, null, true);
        }

        private static Derivation unknown(Clause fault, boolean dependsOnUse) {
            return new Derivation(true, List.of(), fault, dependsOnUse);
        }
    }

    private final Types types;
    private final TypeParameterBounds bounds;

    PermittedTypes(ReadContext context) {
        this.types = context.types();
        this.bounds = new TypeParameterBounds(context);
    }

    /**
     * Derives the arguments of a permitted type.
     *
     * @param permitted the record or enum
     * @param union its sealed interface, which may be an indirect supertype
     * @param arguments the arguments of the sealed interface
     */
    Derivation derive(TypeElement permitted, TypeElement union, List<TypeShape> arguments) {
        Unification unification = new Unification();
        if (!arguments.isEmpty()) {
            List<? extends TypeMirror> written = supertype(permitted.asType(), union)
                    .<List<? extends TypeMirror>>map(DeclaredType::getTypeArguments)
                    .orElse(List.of());
            if (written.size() < arguments.size()) {
                return Derivation.unknown(TypeFault.RAW_SUPERTYPE.with(union.getSimpleName()), false);
            }
            unification.unify(written, arguments);
        }
        if (!unification.possible) {
            return Derivation.IMPOSSIBLE;
        }
        return unification.fault == null
                ? bind(permitted, unification.bindings)
                : Derivation.unknown(unification.fault, true);
    }

    private Derivation bind(TypeElement permitted, Map<String, TypeShape> bindings) {
        List<TypeShape> arguments = new ArrayList<>();
        for (TypeParameterElement parameter : permitted.getTypeParameters()) {
            TypeShape argument = bindings.get(parameter.getSimpleName().toString());
            if (argument == null) {
                return Derivation.unknown(TypeFault.OPEN_PARAMETER.with(parameter.getSimpleName()), false);
            }
            arguments.add(argument);
        }
        return bounds.permit(permitted, arguments) ? Derivation.of(arguments) : Derivation.IMPOSSIBLE;
    }

    /** Returns the parameterization of a supertype, in terms of the type parameters of the given type. */
    private Optional<DeclaredType> supertype(TypeMirror type, TypeElement wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) {
            return Optional.of(declared);
        }
        return types.directSupertypes(type).stream()
                .flatMap(parent -> supertype(parent, wanted).stream())
                .findFirst();
    }

    /** A comparison of the type arguments in an {@code implements} clause with those at a use. */
    private static final class Unification {

        private final Map<String, TypeShape> bindings = new HashMap<>();
        private boolean possible = true;
        private @Nullable Clause fault;

        private void unify(List<? extends TypeMirror> written, List<TypeShape> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                unify(written.get(i), arguments.get(i));
            }
        }

        private void unify(TypeMirror written, TypeShape argument) {
            if (written.getKind() == TypeKind.TYPEVAR) {
                bind(written, argument);
                return;
            }
            TypeShape value = argument.present();
            if (!value.equals(argument)) { // an annotation that does not apply to any part of the permitted type
                fault = TypeFault.FIXED_ARGUMENT.with(TypeText.of(written));
            }
            if (written instanceof ArrayType array) {
                unifyArray(array.getComponentType(), value);
            } else if (written instanceof DeclaredType declared) {
                unifyClass(declared, value);
            } else { // a wildcard
                fault = TypeFault.FIXED_ARGUMENT.with(TypeText.of(written));
            }
        }

        private void bind(TypeMirror variable, TypeShape argument) {
            TypeShape before = bindings.putIfAbsent(TypeText.of(variable), argument);
            if (before != null && !JavaShapes.areOneType(before, argument)) {
                possible = false;
            } else if (before != null && !before.equals(argument)) { // their annotations differ
                fault = TypeFault.FIXED_ARGUMENT.with(TypeText.of(variable));
            }
        }

        private void unifyArray(TypeMirror component, TypeShape value) {
            Optional<TypeShape> elements = JavaShapes.elements(value);
            if (elements.isPresent() && !component.getKind().isPrimitive()) {
                unify(component, elements.get());
            } else {
                possible &= component.getKind() == JavaShapes.primitive(value);
            }
        }

        private void unifyClass(DeclaredType written, TypeShape value) {
            List<TypeShape> arguments = JavaShapes.arguments(value);
            if (!JavaTypes.qualifiedName(written).equals(JavaShapes.className(value))) {
                possible = false;
            } else if (written.getTypeArguments().size() == arguments.size()) {
                unify(written.getTypeArguments(), arguments);
            } else { // a raw type
                fault = TypeFault.FIXED_ARGUMENT.with(TypeText.of(written));
            }
        }
    }
}
