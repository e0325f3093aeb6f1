package dev.escapement.processor.model;

import dev.escapement.internal.hash.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a type on which generated code depends: the names and the shapes of its components in Java and JSON, with
 * their constraints, defaults and annotated descriptions. It includes the types that are read and written by the same
 * class, but of types with their own codec only the names. The form of a type is the same for each type that refers to
 * it, and independent of documentation comments, which class files do not contain.
 */
final class ShapeForm {

    private static final int FINGERPRINT_LENGTH = 16;

    private final TypeModel types;
    private final StringBuilder text = new StringBuilder();
    private final Set<TypeShape.Named> included = new HashSet<>();
    private final Deque<TypeShape.Named> open = new ArrayDeque<>();
    private final Set<TypeShape.Named> references = new LinkedHashSet<>();

    private ShapeForm(TypeModel types, TypeShape.Named root) {
        this.types = types;
        included.add(root);
        open.add(root);
        for (TypeShape.Named next = open.poll(); next != null; next = open.poll()) {
            append(types.definition(next));
        }
    }

    /** Returns the fingerprint of a type with its own generated class. */
    static String fingerprint(TypeModel types, TypeShape.Named root) {
        return Sha256.hex(new ShapeForm(types, root).text.toString()).substring(0, FINGERPRINT_LENGTH);
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
                enumeration.constants().forEach(constant -> text.append(' ').append(constant));
                return text.append('\n');
            }

            @Override
            public StringBuilder union(Definition.UnionShape union) {
                header("sealed", union).append(' ').append(union.discriminator());
                for (Definition.Branch branch : union.branches()) {
                    text.append("\n  ")
                            .append(branch.value())
                            .append(' ')
                            .append(branch.record().type().qualifiedName())
                            .append(' ')
                            .append(types.written(branch.record().type().qualifiedName()))
                            .append(components(branch.record()));
                }
                return text.append('\n');
            }
        });
    }

    private StringBuilder header(String kind, Definition definition) {
        String name = definition.type().qualifiedName();
        return text.append(kind)
                .append(' ')
                .append(name)
                .append(' ')
                .append(types.written("@" + name))
                .append(types.written(name));
    }

    private String components(Definition.RecordShape record) {
        return record.properties().stream()
                .map(property -> property.component() + " " + property.name() + " " + form(property.type()) + " = "
                        + property.defaultJson() + " "
                        + types.written(record.type().qualifiedName() + "." + property.component()))
                .collect(Collectors.joining("; ", " {", "}"));
    }

    private String form(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR, TEXT -> shape.toString();
            case LIST ->
                ((TypeShape.ListOf) shape).container() + forms(shape.parts().toList());
            case MAP ->
                "MAP" + form(((TypeShape.MapOf) shape).key())
                        + forms(shape.parts().toList());
            case OPTIONAL ->
                "OPTIONAL" + ((TypeShape.OptionalOf) shape).primitive()
                        + forms(shape.parts().toList());
            case CONSTRAINED -> shape.constraints() + forms(shape.parts().toList());
            case NULLABLE -> "NULLABLE" + forms(shape.parts().toList());
            case NAMED -> named((TypeShape.Named) shape);
        };
    }

    private String forms(List<TypeShape> shapes) {
        return shapes.stream().map(this::form).collect(Collectors.joining(", ", "<", ">"));
    }

    private String named(TypeShape.Named named) {
        if (types.codecs().containsKey(named)) {
            references.add(named);
        } else if (included.add(named)) {
            open.add(named);
        }
        return named.type().qualifiedName() + forms(named.arguments());
    }
}
