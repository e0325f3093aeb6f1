package dev.escapement.processor.model;

import dev.escapement.internal.hash.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form of a type on which generated code depends: the names and the shapes of its components in Java and JSON, with
 * their constraints, defaults and annotated descriptions. It includes the types that are read and written by the same
 * class, but of types with their own codec only the names. The form of a type is the same for each type that refers to
 * it, and independent of documentation comments, which class files do not contain.
 *
 * <p>The text of a form does not depend on the names of the model's Java members. A change to the text changes every
 * fingerprint, so that all generated code must be compiled again.
 */
final class ShapeForm {

    /** The version of the text, with which it begins. */
    private static final String VERSION = "shape 1\n";

    private static final int FINGERPRINT_LENGTH = 16;

    private final TypeModel types;
    private final StringBuilder text = new StringBuilder(VERSION);
    private final Set<TypeShape.Named> references = new LinkedHashSet<>();

    private ShapeForm(TypeModel types, TypeShape.Named root) {
        this.types = types;
        for (TypeShape shape : types.handledBy(root)) {
            if (shape instanceof TypeShape.Named named) {
                append(types.definition(named));
            }
        }
    }

    /** Returns the text of the form of a type with its own generated class. */
    static String text(TypeModel types, TypeShape.Named root) {
        return new ShapeForm(types, root).text.toString();
    }

    /** Returns the fingerprint of a type with its own generated class. */
    static String fingerprint(TypeModel types, TypeShape.Named root) {
        return Sha256.hex(text(types, root)).substring(0, FINGERPRINT_LENGTH);
    }

    /** Returns whether a type with its own generated class contains itself through another such type. */
    static boolean isMutual(TypeModel types, TypeShape.Named root) {
        Set<TypeShape.Named> reached = new HashSet<>();
        Deque<TypeShape.Named> toFollow = new ArrayDeque<>(new ShapeForm(types, root).references);
        for (TypeShape.Named next = toFollow.poll(); next != null; next = toFollow.poll()) {
            if (next.type().equals(root.type())) {
                return true;
            }
            if (reached.add(next)) {
                toFollow.addAll(new ShapeForm(types, next).references);
            }
        }
        return false;
    }

    private void append(Definition definition) {
        definition.accept(new Definition.Visitor<StringBuilder>() {
            @Override
            public StringBuilder record(Definition.RecordShape record) {
                return header("record", record).append(components(record)).append('\n');
            }

            @Override
            public StringBuilder enumeration(Definition.EnumShape enumeration) {
                header("enum", enumeration);
                enumeration
                        .constants()
                        .forEach(constant -> text.append(' ')
                                .append(constant.javaName())
                                .append('=')
                                .append(quoted(constant.jsonName())));
                return text.append('\n');
            }

            @Override
            public StringBuilder union(Definition.UnionShape union) {
                header("sealed", union).append(' ').append(quoted(union.discriminator()));
                for (Definition.Branch branch : union.branches()) {
                    JavaType type = branch.record().type();
                    text.append("\n  ")
                            .append(quoted(branch.value()))
                            .append(' ')
                            .append(type.qualifiedName())
                            .append(' ')
                            .append(quoted(types.written(TextOwner.type(type))))
                            .append(components(branch.record()));
                }
                return text.append('\n');
            }
        });
    }

    private StringBuilder header(String kind, Definition definition) {
        JavaType type = definition.type();
        return text.append(kind)
                .append(' ')
                .append(type.qualifiedName())
                .append(' ')
                .append(quoted(types.written(TextOwner.tool(type))))
                .append(' ')
                .append(quoted(types.written(TextOwner.type(type))));
    }

    private String components(Definition.RecordShape record) {
        return record.properties().stream()
                .map(property -> component(record, property))
                .collect(Collectors.joining("; ", " {", "}"));
    }

    private String component(Definition.RecordShape record, Definition.Property property) {
        return property.component()
                + " " + quoted(property.name())
                + " " + form(property.type())
                + " = " + quoted(property.defaultJson())
                + " " + quoted(types.written(TextOwner.component(record.type(), property.component())));
    }

    private String form(TypeShape shape) {
        return shape.accept(new TypeShape.Visitor<>() {
            @Override
            public String scalar(TypeShape.Scalar scalar) {
                return scalar.name();
            }

            @Override
            public String text(TypeShape.TextOf string) {
                return string.form().name();
            }

            @Override
            public String list(TypeShape.ListOf list) {
                return list.container().name() + forms(List.of(list.element()));
            }

            @Override
            public String map(TypeShape.MapOf map) {
                return "MAP" + forms(List.of(map.key(), map.value()));
            }

            @Override
            public String optional(TypeShape.OptionalOf optional) {
                return (optional.primitive() ? "PRIMITIVE_OPTIONAL" : "OPTIONAL") + forms(List.of(optional.value()));
            }

            @Override
            public String constrained(TypeShape.Constrained constrained) {
                return constrained.constraints().stream()
                        .map(ShapeForm::form)
                        .collect(Collectors.joining(" ", "[", "]" + forms(List.of(constrained.value()))));
            }

            @Override
            public String nullable(TypeShape.NullableOf nullable) {
                return "NULLABLE" + forms(List.of(nullable.value()));
            }

            @Override
            public String named(TypeShape.Named named) {
                return reference(named);
            }
        });
    }

    private String forms(List<TypeShape> shapes) {
        return shapes.stream().map(this::form).collect(Collectors.joining(", ", "<", ">"));
    }

    private String reference(TypeShape.Named named) {
        if (types.codecs().containsKey(named)) {
            references.add(named);
        }
        return named.type().qualifiedName() + forms(named.arguments());
    }

    private static String form(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<>() {
            @Override
            public String length(Constraint.Length length) {
                return "length(" + length.min() + " " + length.max() + ")";
            }

            @Override
            public String count(Constraint.Count count) {
                return "count(" + count.min() + " " + count.max() + ")";
            }

            @Override
            public String minimum(Constraint.Minimum minimum) {
                return (minimum.exclusive() ? "above(" : "min(") + minimum.limit() + ")";
            }

            @Override
            public String maximum(Constraint.Maximum maximum) {
                return (maximum.exclusive() ? "below(" : "max(") + maximum.limit() + ")";
            }

            @Override
            public String digits(Constraint.Digits digits) {
                return "digits(" + digits.integer() + " " + digits.fraction() + ")";
            }

            @Override
            public String matches(Constraint.Matches matches) {
                return "matches(" + quoted(matches.regex()) + " " + quoted(matches.words()) + ")";
            }

            @Override
            public String is(Constraint.Is is) {
                return "is(" + is.value() + ")";
            }

            @Override
            public String relative(Constraint.Relative relative) {
                return (relative.past() ? "past(" : "future(") + relative.orPresent() + ")";
            }
        });
    }

    /** Returns free text in quotes, so that it cannot be mistaken for another part of the form; a dash for null. */
    private static String quoted(@Nullable String free) {
        return free == null
                ? "-"
                : '"' + free.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
