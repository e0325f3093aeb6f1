package dev.escapement.processor.read;

import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The Java types of shapes that are type arguments. */
final class JavaShapes {

    private static final Map<TypeShape, String> SIMPLE =
            JdkShapes.SIMPLE.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Map<TypeShape.Container, String> CONTAINERS =
            JdkShapes.CONTAINERS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private JavaShapes() {}

    /** Returns the qualified name of a shape's class, never that of a primitive; empty for an array. */
    static String className(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR, TEXT -> isBytes(shape) ? "" : SIMPLE.getOrDefault(shape, "");
            case LIST -> CONTAINERS.getOrDefault(((TypeShape.ListOf) shape).container(), "");
            case MAP -> "java.util.Map";
            case OPTIONAL, CONSTRAINED, NULLABLE -> className(shape.present());
            case NAMED -> ((TypeShape.Named) shape).type().qualifiedName();
        };
    }

    /** Returns the simple name of a shape's type, with its type arguments. */
    static String text(TypeShape shape) {
        TypeKind primitive = primitive(shape);
        if (primitive != null) {
            return primitive.name().toLowerCase(Locale.ROOT) + "[]";
        }
        Optional<TypeShape> elements = elements(shape);
        if (elements.isPresent()) {
            return text(elements.get()) + "[]";
        }
        String name = className(shape);
        String arguments = arguments(shape).stream().map(JavaShapes::text).collect(Collectors.joining(", "));
        return name.substring(name.lastIndexOf('.') + 1) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
    }

    /** Returns the shapes of a class's type arguments. */
    static List<TypeShape> arguments(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR, TEXT -> List.of();
            case LIST -> List.of(((TypeShape.ListOf) shape).element());
            case MAP -> List.of(((TypeShape.MapOf) shape).key(), ((TypeShape.MapOf) shape).value());
            case OPTIONAL, CONSTRAINED, NULLABLE -> arguments(shape.present());
            case NAMED -> ((TypeShape.Named) shape).arguments();
        };
    }

    /** Returns the shape of an array's elements, empty if the elements are primitive or the shape is not an array. */
    static Optional<TypeShape> elements(TypeShape shape) {
        return shape instanceof TypeShape.ListOf list && list.container().isArray() && primitive(shape) == null
                ? Optional.of(list.element())
                : Optional.empty();
    }

    /** Returns the kind of the elements of a primitive array, null for any other shape. */
    static @Nullable TypeKind primitive(TypeShape shape) {
        if (isBytes(shape)) {
            return TypeKind.BYTE;
        }
        return shape instanceof TypeShape.ListOf list
                        && list.container() == TypeShape.Container.ARRAY
                        && list.element().bare() instanceof TypeShape.Scalar scalar
                        && scalar.isPrimitive()
                ? TypeKind.valueOf(scalar.name())
                : null;
    }

    /** Returns whether two shapes have the same Java type, apart from annotations. */
    static boolean areOneType(TypeShape one, TypeShape other) {
        return plain(one).equals(plain(other));
    }

    private static TypeShape plain(TypeShape shape) {
        TypeShape present = shape.present();
        return switch (present.kind()) {
            case SCALAR, TEXT, OPTIONAL, CONSTRAINED, NULLABLE -> present;
            case LIST -> {
                TypeShape.ListOf list = (TypeShape.ListOf) present;
                yield new TypeShape.ListOf(plain(list.element()), list.container());
            }
            case MAP -> {
                TypeShape.MapOf map = (TypeShape.MapOf) present;
                yield new TypeShape.MapOf(plain(map.key()), plain(map.value()));
            }
            case NAMED -> {
                TypeShape.Named named = (TypeShape.Named) present;
                yield new TypeShape.Named(
                        named.type(),
                        named.arguments().stream().map(JavaShapes::plain).toList(),
                        named.naming());
            }
        };
    }

    /** Returns the type of a shape, empty if the compiler does not find one of its classes. */
    static Optional<TypeMirror> type(TypeShape shape, ReadContext context) {
        TypeShape present = shape.present();
        TypeKind primitive = primitive(present);
        if (primitive != null) {
            return Optional.of(context.types().getArrayType(context.types().getPrimitiveType(primitive)));
        }
        Optional<TypeShape> elements = elements(present);
        if (elements.isPresent()) {
            return type(elements.get(), context).map(context.types()::getArrayType);
        }
        TypeElement element = context.elements().getTypeElement(className(present));
        List<TypeMirror> arguments = arguments(present).stream()
                .flatMap(argument -> type(argument, context).stream())
                .toList();
        return element == null || arguments.size() < element.getTypeParameters().size()
                ? Optional.empty()
                : Optional.of(context.types().getDeclaredType(element, arguments.toArray(TypeMirror[]::new)));
    }

    private static boolean isBytes(TypeShape shape) {
        return shape instanceof TypeShape.TextOf text && text.form() == TextForm.BYTES;
    }
}
