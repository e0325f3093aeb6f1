package dev.escapement.processor.schema;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.model.TypeShape.Container;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A builder of type models as a reader creates them. */
final class ModelFixtures {

    static final TypeShape STRING = TypeShape.Scalar.STRING;
    static final TypeShape INT = TypeShape.Scalar.INT;

    private final Map<TypeShape.Named, Definition> definitions = new LinkedHashMap<>();

    /** Adds a type with properties. */
    ModelFixtures record(String name, String description, Definition.Property... properties) {
        definitions.put(named(name), shape(name, description, properties));
        return this;
    }

    /** Adds an enum. */
    ModelFixtures constants(String name, String... values) {
        definitions.put(
                named(name),
                new Definition.EnumShape(
                        type(name),
                        "",
                        Arrays.stream(values)
                                .map(value -> new Definition.Constant(value, value))
                                .toList()));
        return this;
    }

    /** Adds a sealed interface whose branches are distinguished by {@code type}. */
    ModelFixtures union(String name, String description, Definition.Branch... branches) {
        definitions.put(named(name), new Definition.UnionShape(type(name), description, "type", List.of(branches)));
        return this;
    }

    /** Returns the model of a type with these properties and without a description. */
    CodecModel of(Definition.Property... properties) {
        Map<TypeShape.Named, Definition> all = new LinkedHashMap<>();
        all.put(named("Root"), shape("Root", "", properties));
        all.putAll(definitions);
        return model("Root", all);
    }

    /** Returns the model of one of the added types. */
    CodecModel rootedAt(String name) {
        return model(name, definitions);
    }

    private static CodecModel model(String root, Map<TypeShape.Named, Definition> all) {
        return new CodecModel(named(root), source(root), true, new TypeModel(all, Map.of()));
    }

    static Definition.Branch branch(String value, String description, Definition.Property... properties) {
        return new Definition.Branch(value, shape(value, description, properties), false);
    }

    static Definition.Property property(String name, TypeShape shape) {
        return property(name, "", shape);
    }

    static Definition.Property property(String name, String description, TypeShape shape) {
        return property(name, description, shape, null);
    }

    static Definition.Property property(
            String name, String description, TypeShape shape, @Nullable String defaultJson) {
        return new Definition.Property(name, name, description, shape, source(name), defaultJson);
    }

    static TypeShape optional(TypeShape shape) {
        return new TypeShape.OptionalOf(shape, false);
    }

    static TypeShape nullable(TypeShape shape) {
        return new TypeShape.NullableOf(shape);
    }

    static TypeShape list(TypeShape element) {
        return new TypeShape.ListOf(element, Container.LIST);
    }

    static TypeShape set(TypeShape element) {
        return new TypeShape.ListOf(element, Container.SET);
    }

    static TypeShape map(TypeShape key, TypeShape value) {
        return new TypeShape.MapOf(key, value);
    }

    static TypeShape constrained(TypeShape shape, Constraint... constraints) {
        return new TypeShape.Constrained(shape, List.of(constraints));
    }

    static TypeShape.Named named(String name) {
        return new TypeShape.Named(type(name), Naming.AS_DECLARED);
    }

    /** Returns a position whose string form is its name. */
    static SourceRef source(String name) {
        return SourceRef.of((Element) Proxy.newProxyInstance(
                ModelFixtures.class.getClassLoader(),
                new Class<?>[] {Element.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> name;
                    case "hashCode" -> name.hashCode();
                    case "equals" -> name.equals(arguments[0].toString());
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static Definition.RecordShape shape(String name, String description, Definition.Property... properties) {
        return new Definition.RecordShape(type(name), List.of(), description, List.of(properties));
    }

    private static JavaType type(String name) {
        return new JavaType("shop", List.of(name));
    }
}
