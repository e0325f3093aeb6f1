package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.AnnotationRemedy;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Scalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** A reader that converts types to shapes. A {@link DefinitionReader} reads the definitions of named types. */
final class ShapeReader {

    private final TypeTraversal reading;
    private final DefinitionReader definitions;
    private final BeanValidationAnnotations constraints;
    private final Deque<Map<String, TypeShape>> variables = new ArrayDeque<>();

    ShapeReader(TypeTraversal reading, DefinitionReader definitions) {
        this.reading = reading;
        this.definitions = definitions;
        this.constraints = new BeanValidationAnnotations(reading);
    }

    /** Runs a reader with the given type variable bindings. */
    <T> T where(Map<String, TypeShape> bindings, Supplier<T> reader) {
        variables.push(bindings);
        try {
            return reader.get();
        } finally {
            variables.pop();
        }
    }

    /** Reads the type of a component or a result, whose value may be absent or null. */
    TypeShape component(TypeMirror type, AnnotatedConstruct declaration, SourceRef at, Naming naming) {
        JavaTypes.requireResolved(type, at.element());
        ForeignAnnotations.refuseOnType(type, at, reading.problems());
        String name = JavaTypes.qualifiedName(type);
        Scalar primitive = JdkShapes.PRIMITIVE_OPTIONALS.get(name);
        if (primitive != null) {
            return new TypeShape.OptionalOf(
                    constraints.constrain(primitive, TypeText.of(type), annotations(declaration, type), at), true);
        }
        if (name.equals("java.util.Optional")) {
            List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
            return arguments.isEmpty()
                    ? reading.unreadable(type, at, SchemaRemedy.ELEMENT_TYPE.with("Optional<String>"))
                    : new TypeShape.OptionalOf(optional(type, arguments.get(0), declaration, at, naming), false);
        }
        TypeShape shape = type instanceof ArrayType array ? array(array, at, naming, true) : shape(type, at, naming);
        return annotated(shape, type, () -> annotations(declaration, type), at);
    }

    /** Reads the type of a trigger payload or a reply, whose value is always present. */
    TypeShape value(TypeMirror type, SourceRef at, Naming naming) {
        TypeShape shape = element(type, at, naming);
        return shape instanceof TypeShape.NullableOf ? reading.unreadable(type, at, SchemaRemedy.NOT_NULLABLE) : shape;
    }

    /** Reads the type argument of an {@code Optional}. Constraints on the component also apply to the value. */
    private TypeShape optional(
            TypeMirror type, TypeMirror value, AnnotatedConstruct declaration, SourceRef at, Naming naming) {
        ForeignAnnotations.refuseOnType(value, at, reading.problems());
        Stream<? extends AnnotationMirror> inside =
                value.getAnnotationMirrors().stream().filter(mirror -> !BeanValidationAnnotations.isNotNull(mirror));
        return constraints.constrain(
                shape(value, at, naming), "Optional", Stream.concat(inside, annotations(declaration, type)), at);
    }

    /**
     * Returns a shape with the constraints that annotations declare, nullable if the annotations include
     * {@code @Nullable}.
     */
    private TypeShape annotated(
            TypeShape shape, TypeMirror type, Supplier<Stream<? extends AnnotationMirror>> annotations, SourceRef at) {
        boolean nullable = isNullable(annotations.get());
        TypeShape value = constraints.constrain(shape, nullable ? "@Nullable" : "", annotations.get(), at);
        return nullable ? nullable(value, type, at) : value;
    }

    private TypeShape nullable(TypeShape shape, TypeMirror type, SourceRef at) {
        if (type.getKind().isPrimitive()) {
            return reading.unreadable(type, at, SchemaRemedy.NULLABLE_PRIMITIVE.with(TypeText.of(type)));
        }
        return shape instanceof TypeShape.NullableOf ? shape : new TypeShape.NullableOf(shape);
    }

    /** Reads a type nested in another type. The nested type may be nullable. */
    private TypeShape element(TypeMirror type, SourceRef at, Naming naming) {
        ForeignAnnotations.refuseOnType(type, at, reading.problems());
        return annotated(shape(type, at, naming), type, () -> type.getAnnotationMirrors().stream(), at);
    }

    private TypeShape shape(TypeMirror type, SourceRef at, Naming naming) {
        JavaTypes.requireResolved(type, at.element());
        return switch (type.getKind()) {
            case BOOLEAN -> Scalar.BOOLEAN;
            case BYTE -> Scalar.BYTE;
            case SHORT -> Scalar.SHORT;
            case CHAR -> Scalar.CHAR;
            case INT -> Scalar.INT;
            case LONG -> Scalar.LONG;
            case FLOAT -> Scalar.FLOAT;
            case DOUBLE -> Scalar.DOUBLE;
            case ARRAY -> array((ArrayType) type, at, naming, false);
            case DECLARED -> declared((DeclaredType) type, at, naming);
            case WILDCARD -> reading.unreadable(type, at, TypeRemedies.ofWildcard((WildcardType) type));
            case TYPEVAR -> variable((TypeVariable) type, at);
            default -> reading.unreadable(type, at, SchemaRemedy.OTHER_TYPE);
        };
    }

    private TypeShape variable(TypeVariable type, SourceRef at) {
        String name = type.asElement().getSimpleName().toString();
        TypeShape bound = variables.isEmpty() ? null : variables.peek().get(name);
        return bound != null ? bound : reading.unreadable(type, at, SchemaRemedy.NO_TYPE_VARIABLE.with(name));
    }

    /**
     * Reads an array.
     *
     * @param declared whether it is the type of a component: the annotation in {@code @Size(max = 3) String[]
     *     names} could then apply to the array or to the names, and applies to the array
     */
    private TypeShape array(ArrayType type, SourceRef at, Naming naming, boolean declared) {
        TypeMirror component = type.getComponentType();
        Optional<Clause> open = TypeRemedies.ofList("List", component);
        if (open.isPresent()) {
            return reading.unreadable(type, at, open.get());
        }
        ForeignAnnotations.refuseOnType(component, at, reading.problems());
        boolean primitive = component.getKind().isPrimitive();
        if (primitive && !declared) {
            constraints.refuse(component, at, AnnotationRemedy.LIST_OF_PRIMITIVES);
        }
        if (component.getKind() == TypeKind.BYTE && !isNullable(component.getAnnotationMirrors().stream())) {
            return new TypeShape.TextOf(TextForm.BYTES);
        }
        TypeShape element;
        if (component instanceof ArrayType inner && declared) {
            element = annotated(array(inner, at, naming, true), inner, () -> inner.getAnnotationMirrors().stream(), at);
        } else if (declared || primitive) {
            TypeShape value = shape(component, at, naming);
            element = isNullable(component.getAnnotationMirrors().stream()) ? nullable(value, component, at) : value;
        } else {
            element = element(component, at, naming);
        }
        boolean boxed = element.bare() instanceof Scalar scalar && scalar.isPrimitive() && !primitive;
        return new TypeShape.ListOf(element, boxed ? TypeShape.Container.BOXED_ARRAY : TypeShape.Container.ARRAY);
    }

    private TypeShape declared(DeclaredType type, SourceRef at, Naming naming) {
        String name = JavaTypes.qualifiedName(type);
        TypeShape simple = JdkShapes.SIMPLE.get(name);
        if (simple != null) {
            return simple;
        }
        TypeShape.Container container = JdkShapes.CONTAINERS.get(name);
        if (container != null) {
            return type.getTypeArguments().isEmpty()
                    ? reading.unreadable(type, at, SchemaRemedy.ELEMENT_TYPE.with("List<String>"))
                    : list(type, container, at, naming);
        }
        if (name.equals("java.util.Map")) {
            return map(type, at, naming);
        }
        if (name.equals("java.util.Optional") || JdkShapes.PRIMITIVE_OPTIONALS.containsKey(name)) {
            return reading.unreadable(
                    type, at, SchemaRemedy.OPTIONAL_COMPONENT.with(name.substring("java.util.".length())));
        }
        return definitions
                .named(type, at, naming, argument -> element(argument, at, naming))
                .orElseGet(() -> unsupported(type, name, at));
    }

    private TypeShape unsupported(DeclaredType type, String name, SourceRef at) {
        Optional<String> collection = JdkShapes.interfaceOf(name);
        return collection.isPresent() && !TypeRemedies.isReplaced(name)
                ? reading.unreadable(type, at, SchemaRemedy.INTERFACE.with(collection.get()))
                : reading.refuse(
                        SchemaFault.TYPE.with(TypeText.place(at.element()), TypeText.qualified(type, at.element())),
                        at,
                        TypeRemedies.of(type, name));
    }

    private TypeShape list(DeclaredType type, TypeShape.Container container, SourceRef at, Naming naming) {
        Optional<Clause> open = TypeRemedies.ofList(
                ((TypeElement) type.asElement()).getSimpleName().toString(),
                type.getTypeArguments().get(0));
        if (open.isPresent()) {
            return reading.unreadable(type, at, open.get());
        }
        TypeShape element = element(type.getTypeArguments().get(0), at, naming);
        if (container == TypeShape.Container.SET && isUrl(element)) {
            return reading.unreadable(type, at, SchemaRemedy.URI);
        }
        return container == TypeShape.Container.SET && isArray(element)
                ? reading.unreadable(type, at, SchemaRemedy.LIST)
                : new TypeShape.ListOf(element, container);
    }

    private static boolean isUrl(TypeShape shape) {
        return withoutRules(shape) instanceof TypeShape.TextOf text && text.form() == TextForm.URL;
    }

    private static boolean isArray(TypeShape shape) {
        TypeShape value = withoutRules(shape);
        if (value instanceof TypeShape.ListOf list) {
            return list.container().isArray();
        }
        return value instanceof TypeShape.TextOf text && text.form() == TextForm.BYTES;
    }

    private static TypeShape withoutRules(TypeShape shape) {
        return shape instanceof TypeShape.NullableOf nullable ? nullable.value().bare() : shape.bare();
    }

    private TypeShape map(DeclaredType type, SourceRef at, Naming naming) {
        if (type.getTypeArguments().isEmpty()) {
            return reading.unreadable(type, at, SchemaRemedy.ELEMENT_TYPE.with("Map<String, String>"));
        }
        TypeMirror keyType = type.getTypeArguments().get(0);
        Optional<Clause> open = TypeRemedies.ofMap(type);
        if (open.isPresent()) {
            return reading.unreadable(type, at, open.get());
        }
        ForeignAnnotations.refuseOnType(keyType, at, reading.problems());
        TypeShape key = shape(keyType, at, naming);
        TypeShape value = element(type.getTypeArguments().get(1), at, naming);
        if (isUrl(key)) {
            return reading.unreadable(type, at, SchemaRemedy.URI);
        }
        TypeShape bare = key.bare(); // a type variable can be bound to a type with constraints
        boolean textual = bare == Scalar.STRING
                || bare == Scalar.INT
                || bare == Scalar.LONG
                || (bare instanceof TypeShape.TextOf text && text.form() != TextForm.BYTES)
                || (bare instanceof TypeShape.Named named && definitions.isEnum(named));
        return textual
                ? new TypeShape.MapOf(
                        constraints.constrain(key, "", keyType.getAnnotationMirrors().stream(), at), value)
                : reading.unreadable(type, at, SchemaRemedy.TEXT_AS_KEY);
    }

    /**
     * Returns the annotations on a declaration and its type. For a record component, includes those that are only on
     * its field.
     */
    private static Stream<? extends AnnotationMirror> annotations(AnnotatedConstruct declaration, TypeMirror type) {
        return Stream.concat(
                declaration instanceof RecordComponentElement component
                        ? JacksonNames.on(component)
                        : declaration.getAnnotationMirrors().stream(),
                type.getAnnotationMirrors().stream());
    }

    private static boolean isNullable(Stream<? extends AnnotationMirror> annotations) {
        return annotations.anyMatch(ShapeReader::isNullable);
    }

    /** Returns whether an annotation allows null. */
    static boolean isNullable(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
    }
}
