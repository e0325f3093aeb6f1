package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A reader of the definitions of records, enums and sealed interfaces. */
final class DefinitionReader {

    /** The maximum nesting depth of type arguments. */
    private static final int MAX_DEPTH = 8;

    private final ReadContext context;
    private final TypeTraversal reading;
    private final ShapeReader shapes;
    private final UnionReader unions;

    DefinitionReader(ReadContext context, TypeTraversal reading) {
        this.context = context;
        this.reading = reading;
        this.shapes = new ShapeReader(reading, this);
        this.unions = new UnionReader(context, reading, this);
    }

    ShapeReader shapes() {
        return shapes;
    }

    /** Reads a type annotated with {@code @Tool} or {@code @Codec}. */
    TypeShape.Named root(TypeElement type) {
        TypeShape.Named named = new TypeShape.Named(JavaTypes.of(type), context.namingOfCodec(type));
        return reading.at(type.getSimpleName().toString(), () -> {
            reading.codec(named, context.codecOf(type));
            define(named, type, SourceRef.of(type));
            return named;
        });
    }

    boolean isEnum(TypeShape.Named named) {
        return reading.definition(named) instanceof Definition.EnumShape;
    }

    /** Returns the shape of a record, enum or sealed interface, empty for any other type. */
    Optional<TypeShape> named(
            DeclaredType type, SourceRef at, Naming naming, Function<TypeMirror, TypeShape> argument) {
        TypeElement element = (TypeElement) type.asElement();
        if (!AnnotationTargets.areRight(element, reading.problems())) {
            return Optional.of(TypeShape.Scalar.STRING); // never generated: the problem is an error
        }
        Optional<SchemaRemedy> flow = flow(element);
        if (flow.isPresent()) {
            return Optional.of(reading.unreadable(type, at, flow.get()));
        }
        if (element.getKind() != ElementKind.RECORD
                && element.getKind() != ElementKind.ENUM
                && !AnnotationTargets.isUnion(element)) {
            return Optional.empty();
        }
        if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
            return Optional.of(reading.unreadable(type, at, SchemaRemedy.TYPE_ARGUMENTS));
        }
        List<TypeShape> arguments =
                type.getTypeArguments().stream().map(argument).toList();
        if (depth(arguments.stream()) >= MAX_DEPTH) {
            return Optional.of(reading.unreadable(type, at, SchemaRemedy.FINITE_TYPE_ARGUMENTS));
        }
        boolean annotated = context.hasOwnCodec(element);
        TypeShape.Named named = new TypeShape.Named(
                JavaTypes.of(element), arguments, annotated ? context.namingOfCodec(element) : naming);
        if (annotated && !reading.isBegun(named)) {
            reading.codec(named, context.codecOf(element));
            reading.requireCodec(element, at);
            context.inheritsNaming(element)
                    .ifPresent(annotation -> reading.names().addInherited(named, annotation));
        }
        reading.referredFrom(at, () -> define(named, element, at));
        return Optional.of(named);
    }

    /**
     * Returns the remedy for {@code Finish}, {@code Pause} and {@code Delegate}, empty for any other type. These types declare the flow
     * of a step and cannot be part of JSON.
     */
    private static Optional<SchemaRemedy> flow(TypeElement type) {
        return switch (type.getQualifiedName().toString()) {
            case RuntimeNames.FINISH -> Optional.of(SchemaRemedy.FINISH_AS_RESULT);
            case RuntimeNames.PAUSE -> Optional.of(SchemaRemedy.PAUSE_AS_RESULT);
            case RuntimeNames.DELEGATE -> Optional.of(SchemaRemedy.DELEGATE_AS_RESULT);
            default -> Optional.empty();
        };
    }

    private static int depth(Stream<TypeShape> shapes) {
        return shapes.mapToInt(DefinitionReader::depth).max().orElse(0);
    }

    private static int depth(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR, TEXT -> 1;
            case LIST, MAP -> 1 + depth(shape.parts());
            case OPTIONAL, CONSTRAINED, NULLABLE -> depth(shape.parts());
            case NAMED -> 1 + depth(((TypeShape.Named) shape).arguments().stream());
        };
    }

    private void define(TypeShape.Named named, TypeElement element, SourceRef at) {
        if (!reading.begin(named)) {
            return;
        }
        usable(element, at);
        reading.define(
                named,
                switch (element.getKind()) {
                    case RECORD -> record(named, element);
                    case ENUM -> enumeration(named, element, at);
                    default -> unions.union(named, element, at);
                });
    }

    /** Records the use of a type, and reports annotations and modifiers that prevent the use. */
    void usable(TypeElement element, SourceRef at) {
        reading.uses(element);
        reading.requireReachable(element, at);
        ForeignAnnotations.refuseOthers(element, reading.problems());
        new AnnotationPositions(context.elements(), context.components(), reading.problems(), element).check();
    }

    /** Reads a record, whose type parameters have the arguments of the shape. */
    Definition.RecordShape record(TypeShape.Named named, TypeElement element) {
        Map<String, TypeShape> variables = new HashMap<>();
        for (TypeParameterElement parameter : element.getTypeParameters()) {
            variables.put(
                    parameter.getSimpleName().toString(), named.arguments().get(variables.size()));
        }
        return shapes.where(variables, () -> components(named, element));
    }

    private Definition.RecordShape components(TypeShape.Named named, TypeElement element) {
        Javadoc javadoc = reading.described().javadoc(element);
        ParamTags.check(element, javadoc, reading.problems());
        List<Definition.Property> properties = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            String javaName = component.getSimpleName().toString();
            String jsonName = memberName(named, javaName, JacksonNames.name(component));
            SourceRef at = SourceRef.of(component);
            reading.uses(component);
            TypeMirror type = reading.typeOf(component, at);
            AnnotationRetention.refuseUnkept(component, type, reading.problems());
            TypeShape shape = reading.at(javaName, () -> shapes.component(type, component, at, named.naming()));
            properties.add(new Definition.Property(
                    javaName,
                    jsonName,
                    reading.described().component(component, javadoc),
                    shape,
                    at,
                    defaultOf(component, shape)));
        }
        return new Definition.RecordShape(
                named.type(), named.arguments(), reading.described().type(element), properties);
    }

    /**
     * Returns the JSON name of a component or constant: the one that an annotation declares, or else the converted one.
     */
    private String memberName(TypeShape.Named owner, String javaName, Optional<String> declared) {
        if (declared.isEmpty() && Naming.converts(javaName)) {
            reading.names().addConverted(owner);
        }
        return declared.orElseGet(() -> owner.naming().member(javaName));
    }

    /**
     * Returns a component's default value as JSON, or null if the component does not have a default. Reports an invalid
     * default, and returns null for it.
     */
    private @Nullable String defaultOf(RecordComponentElement component, TypeShape shape) {
        Optional<? extends AnnotationMirror> property = JacksonNames.property(component);
        Optional<AnnotationValue> written = property.flatMap(mirror -> Annotations.value(mirror, "defaultValue"));
        if (written.isEmpty()) {
            return null;
        }
        String text = written.get().getValue().toString();
        SourceRef at = SourceRef.of(component).at(property.get(), written.get());
        Clause place = TypeText.place(component);
        if (shape.mayBeAbsent()) {
            String absent = shape instanceof TypeShape.OptionalOf ? "Optional" : "@Nullable";
            reading.problems().add(ProblemKind.DEFAULT_OF_OPTIONAL, at, place, absent);
            return null;
        }
        try {
            return new DefaultValueReader(reading::definition).read(text, shape).json();
        } catch (DefaultValueReader.InvalidDefaultException invalid) {
            if (invalid.isOfType()) {
                reading.problems().add(ProblemKind.DEFAULT_OF_OTHER_TYPE, at, place, invalid.reason());
            } else {
                reading.problems().add(ProblemKind.BAD_DEFAULT, at, text, place, invalid.reason());
            }
            return null;
        }
    }

    private Definition.EnumShape enumeration(TypeShape.Named named, TypeElement type, SourceRef at) {
        List<VariableElement> declared = context.components().constants(type);
        List<Definition.Constant> constants = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (VariableElement constant : declared) {
            String javaName = constant.getSimpleName().toString();
            reading.uses(constant);
            String jsonName = memberName(named, javaName, JacksonNames.name(constant));
            if (!names.add(jsonName)) {
                twice(SourceRef.of(constant), type, jsonName, Declaration.CONSTANTS, "@JsonProperty");
            }
            constants.add(new Definition.Constant(javaName, jsonName));
        }
        if (constants.isEmpty()) {
            reading.refuse(
                    SchemaFault.ENUM_WITHOUT_CONSTANTS.with(type.getSimpleName()), at, SchemaRemedy.ENUM_CONSTANT);
        }
        // A type with its own codec has its generated class in the same package.
        boolean otherPackage =
                !context.hasOwnCodec(type) && !reading.isFrom(JavaTypes.of(type).packageName());
        return new Definition.EnumShape(
                named.type(),
                reading.described().type(type),
                constants,
                new EnumTextReader(reading, type, declared, otherPackage).read());
    }

    /** Reports a JSON name that two constants of an enum, or two permitted types, share. */
    void twice(SourceRef at, TypeElement type, String name, Declaration what, String remedy) {
        reading.problems().add(ProblemKind.CONSTANT_TWICE, at, type.getSimpleName(), name, what, remedy);
    }
}
