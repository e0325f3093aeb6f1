package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads one type and everything reachable from it. What it cannot read becomes a problem at the component that leads
 * there; the rest is read nevertheless, so that all problems are found at once.
 */
final class TypeReader {

    private static final String NO_WILDCARD = "Name the type itself, without a wildcard.";

    private static final String OTHER_TYPES =
            "Use a String, boolean, int, long, double, BigDecimal, enum, record, sealed"
                    + " interface of records, List, Map<String, …> or Optional.";

    private final ReadContext context;
    private final Problems problems;
    private final String fromPackage;
    private final Described described;
    private final Map<TypeShape.Named, Definition> definitions = new LinkedHashMap<>();
    private final Map<TypeShape.Named, JavaType> codecs = new LinkedHashMap<>();
    private final Set<TypeShape.Named> begun = new LinkedHashSet<>();
    private final Deque<String> path = new ArrayDeque<>();
    private boolean deprecated;

    /** A reader for what is generated from a type. */
    TypeReader(ReadContext context, Problems problems, TypeElement from) {
        this.context = context;
        this.problems = problems;
        this.fromPackage = JavaTypes.of(from).packageName();
        this.described = context.described(from);
        this.deprecated = context.elements().isDeprecated(from);
    }

    /** Notes that generated code will name an element. */
    void uses(Element element) {
        deprecated |= context.elements().isDeprecated(element);
    }

    /** Everything that was read. */
    TypeModel model() {
        return new TypeModel(definitions, codecs, deprecated);
    }

    /** Reads a type that has one of our annotations. */
    TypeShape.Named root(TypeElement type) {
        Naming naming = context.naming(type);
        path.addLast(type.getSimpleName().toString());
        TypeShape.Named named = new TypeShape.Named(JavaTypes.of(type), naming);
        define(named, type, SourceRef.of(type));
        path.removeLast();
        return named;
    }

    /** Reads the type that a step returns. */
    TypeShape result(TypeMirror type, AnnotatedConstruct declaration, SourceRef at, String step) {
        path.addLast(step);
        TypeShape shape = component(type, declaration, at, context.defaultNaming());
        path.removeLast();
        return shape;
    }

    /** A type where it may be optional or null: as a component, or as a result. */
    private TypeShape component(TypeMirror type, AnnotatedConstruct declaration, SourceRef at, Naming naming) {
        JavaTypes.requireResolved(type, at.element());
        if (JavaTypes.qualifiedName(type).equals("java.util.Optional")) {
            List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
            return arguments.isEmpty()
                    ? unreadable(type, at, "Say what it holds: Optional<String>, for example.")
                    : new TypeShape.OptionalOf(argument(arguments.get(0), at, naming));
        }
        boolean nullable = isNullable(annotations(declaration)) || isNullable(type.getAnnotationMirrors().stream());
        return nullable ? new TypeShape.NullableOf(shape(type, at, naming)) : shape(type, at, naming);
    }

    private TypeShape element(TypeMirror type, SourceRef at, Naming naming) {
        TypeShape shape = argument(type, at, naming);
        return isNullable(type.getAnnotationMirrors().stream()) ? new TypeShape.NullableOf(shape) : shape;
    }

    private TypeShape argument(TypeMirror type, SourceRef at, Naming naming) {
        JacksonAnnotations.refuseOnType(type, at, problems);
        return shape(type, at, naming);
    }

    private TypeShape shape(TypeMirror type, SourceRef at, Naming naming) {
        JavaTypes.requireResolved(type, at.element());
        return switch (type.getKind()) {
            case BOOLEAN -> TypeShape.Scalar.BOOLEAN;
            case INT -> TypeShape.Scalar.INT;
            case LONG -> TypeShape.Scalar.LONG;
            case DOUBLE -> TypeShape.Scalar.DOUBLE;
            case DECLARED -> declared((DeclaredType) type, at, naming);
            case WILDCARD -> unreadable(type, at, NO_WILDCARD);
            default -> unreadable(type, at, OTHER_TYPES);
        };
    }

    private TypeShape declared(DeclaredType type, SourceRef at, Naming naming) {
        return switch (JavaTypes.qualifiedName(type)) {
            case "java.lang.String" -> TypeShape.Scalar.STRING;
            case "java.lang.Boolean" -> TypeShape.Scalar.BOOLEAN;
            case "java.lang.Integer" -> TypeShape.Scalar.INT;
            case "java.lang.Long" -> TypeShape.Scalar.LONG;
            case "java.lang.Double" -> TypeShape.Scalar.DOUBLE;
            case "java.math.BigDecimal" -> TypeShape.Scalar.DECIMAL;
            case "java.util.List" ->
                type.getTypeArguments().isEmpty()
                        ? unreadable(type, at, "Say what it holds: List<String>, for example.")
                        : new TypeShape.ListOf(element(type.getTypeArguments().get(0), at, naming));
            case "java.util.Map" -> map(type, at, naming);
            case "java.util.Optional" ->
                unreadable(
                        type,
                        at,
                        "Optional stands for a property that may be left out: use it for a component"
                                + " itself, not inside another type.");
            default -> named(type, at, naming);
        };
    }

    private TypeShape map(DeclaredType type, SourceRef at, Naming naming) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty() || !JavaTypes.qualifiedName(arguments.get(0)).equals("java.lang.String")) {
            return unreadable(type, at, "Names in JSON are strings: use Map<String, …>.");
        }
        return new TypeShape.MapOf(element(arguments.get(1), at, naming));
    }

    private TypeShape named(DeclaredType type, SourceRef at, Naming naming) {
        TypeElement element = (TypeElement) type.asElement();
        if (!Targets.areRight(element, problems)) {
            return TypeShape.Scalar.STRING; // never generated: the problem is an error
        }
        if (element.getQualifiedName().contentEquals(RuntimeNames.FINISH)) {
            return unreadable(
                    type,
                    at,
                    "Finish stands for the end of the thread: return Finish<String>, for example, and not inside"
                            + " another type.");
        }
        if (element.getKind() != ElementKind.RECORD
                && element.getKind() != ElementKind.ENUM
                && !Targets.isUnion(element)) {
            return unreadable(type, at, OTHER_TYPES);
        }
        if (!element.getTypeParameters().isEmpty()) {
            return unreadable(type, at, "Generic types cannot be read: write a record without type parameters.");
        }
        boolean annotated = context.hasOwnCodec(element);
        Naming own = annotated ? context.namingOfCodec(element) : naming;
        TypeShape.Named named = new TypeShape.Named(JavaTypes.of(element), own);
        if (annotated && !begun.contains(named)) {
            codecs.put(named, context.codecOf(element));
        }
        define(named, element, at);
        return named;
    }

    private void define(TypeShape.Named named, TypeElement type, SourceRef at) {
        if (!begun.add(named)) {
            return;
        }
        uses(type);
        requireReachable(type, at);
        JacksonAnnotations.refuseOthers(type, problems);
        definitions.put(named, new Definition.EnumShape(named.type(), "", List.of())); // keeps its place in the order
        definitions.put(
                named,
                switch (type.getKind()) {
                    case RECORD -> record(named, type);
                    case ENUM -> enumeration(named, type, at);
                    default -> union(named, type);
                });
    }

    private void requireReachable(TypeElement type, SourceRef at) {
        JavaTypes.obstacle(type, fromPackage)
                .ifPresent(obstacle -> problems.add(
                        ProblemKind.NOT_REACHABLE,
                        at,
                        type.getQualifiedName(),
                        TypeText.packageName(fromPackage),
                        obstacle));
    }

    private Definition.RecordShape record(TypeShape.Named named, TypeElement type) {
        Javadoc javadoc = described.javadoc(type);
        List<Definition.Property> properties = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String javaName = component.getSimpleName().toString();
            String jsonName = JacksonAnnotations.name(component)
                    .orElseGet(() -> named.naming().property(javaName));
            SourceRef at = SourceRef.of(component);
            uses(component);
            path.addLast(javaName);
            properties.add(new Definition.Property(
                    javaName,
                    jsonName,
                    described.component(component, javadoc),
                    component(component.asType(), component, at, named.naming()),
                    at));
            path.removeLast();
        }
        return new Definition.RecordShape(named.type(), described.type(type), properties);
    }

    private Definition.EnumShape enumeration(TypeShape.Named named, TypeElement type, SourceRef at) {
        List<Definition.Constant> constants = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (VariableElement constant : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                String javaName = constant.getSimpleName().toString();
                uses(constant);
                String jsonName = JacksonAnnotations.name(constant).orElse(javaName);
                if (!names.add(jsonName)) {
                    problems.add(
                            ProblemKind.CONSTANT_TWICE,
                            SourceRef.of(constant),
                            type.getSimpleName(),
                            jsonName,
                            "constants",
                            "@JsonProperty");
                }
                constants.add(new Definition.Constant(javaName, jsonName));
            }
        }
        if (constants.isEmpty()) {
            refuse("The enum " + type.getSimpleName() + " has no constants", at, "Give it one at least.");
        }
        return new Definition.EnumShape(named.type(), described.type(type), constants);
    }

    private Definition.UnionShape union(TypeShape.Named named, TypeElement type) {
        List<Definition.Branch> branches = new ArrayList<>();
        branches(named, type, type, branches);
        return new Definition.UnionShape(
                named.type(),
                described.type(type),
                JacksonAnnotations.discriminator(type).orElse("type"),
                branches);
    }

    private void branches(
            TypeShape.Named named, TypeElement union, TypeElement type, List<Definition.Branch> branches) {
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            JavaTypes.requireResolved(permitted, type);
            TypeElement leaf = (TypeElement) ((DeclaredType) permitted).asElement();
            SourceRef at = SourceRef.of(leaf);
            path.addLast("(" + leaf.getSimpleName() + ")");
            if (Targets.isUnion(leaf)) {
                branches(named, union, leaf, branches);
            } else if (leaf.getKind() != ElementKind.RECORD
                    || !leaf.getTypeParameters().isEmpty()) {
                String fault = leaf.getKind() == ElementKind.RECORD ? "generic" : TypeText.kind(leaf);
                refuse(
                        leaf.getSimpleName() + ", which " + type.getSimpleName() + " permits, is " + fault,
                        at,
                        "Let " + type.getSimpleName() + " permit records without type parameters only.");
            } else if (branches.stream().noneMatch(before -> before.isOf(JavaTypes.of(leaf)))) { // not in a diamond
                branches.add(branch(named, union, type, leaf, at, branches));
            }
            path.removeLast();
        }
    }

    private Definition.Branch branch(
            TypeShape.Named named,
            TypeElement union,
            TypeElement type,
            TypeElement leaf,
            SourceRef at,
            List<Definition.Branch> before) {
        String value = JacksonAnnotations.typeName(leaf, type, union)
                .orElseGet(() -> Naming.snakeCase(leaf.getSimpleName().toString()));
        if (before.stream().anyMatch(branch -> branch.value().equals(value))) {
            problems.add(ProblemKind.CONSTANT_TWICE, at, union.getSimpleName(), value, "records", "@JsonTypeName");
        }
        uses(leaf);
        requireReachable(leaf, at);
        JacksonAnnotations.refuseOthers(leaf, problems);
        return new Definition.Branch(value, record(new TypeShape.Named(JavaTypes.of(leaf), named.naming()), leaf));
    }

    private TypeShape unreadable(TypeMirror type, SourceRef at, String remedy) {
        String what = TypeText.capitalized(TypeText.place(at.element()));
        refuse(what + " has the type " + TypeText.of(type), at, remedy);
        return TypeShape.Scalar.STRING; // never generated: the problem is an error
    }

    private void refuse(String what, SourceRef at, String remedy) {
        String way = path.size() > 2 ? " (reached through " + String.join(".", path) + ")" : "";
        problems.add(ProblemKind.NO_SCHEMA, at, what, way, remedy);
    }

    /** Of a component also those that, being older than records, reach its field only. */
    private static Stream<? extends AnnotationMirror> annotations(AnnotatedConstruct declaration) {
        return declaration instanceof RecordComponentElement component
                ? JacksonAnnotations.on(component)
                : declaration.getAnnotationMirrors().stream();
    }

    private static boolean isNullable(Stream<? extends AnnotationMirror> annotations) {
        return annotations.anyMatch(
                mirror -> mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }
}
