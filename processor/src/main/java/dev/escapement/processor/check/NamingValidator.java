package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Problems;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A validator that warns of names with two namings in the JSON of one file. The names of a type with its own codec
 * follow the annotation of the type, wherever the type is used. If that annotation does not state a naming, the mixture
 * can be unintended.
 */
final class NamingValidator implements Validator<CodecModel> {

    @Override
    public void validate(CodecModel codec, Problems problems) {
        new Search(codec, problems).run();
    }

    /** The search in the types of one file. */
    private static final class Search {

        private final TypeShape.Named root;
        private final TypeModel types;
        private final Problems problems;

        Search(CodecModel codec, Problems problems) {
            this.root = codec.root();
            this.types = codec.types();
            this.problems = problems;
        }

        void run() {
            for (TypeShape shape : types.handledBy(root)) {
                if (shape instanceof TypeShape.Named named) {
                    visit(types.definition(named));
                }
            }
        }

        private void visit(Definition definition) {
            definition.records().forEach(record -> {
                if (definition instanceof Definition.UnionShape) {
                    permitted(record);
                }
                record.properties()
                        .forEach(property -> named(property.type()).forEach(used -> visit(used, property, record)));
            });
        }

        /** Checks a permitted record, which the file of the sealed interface reads with the naming of the record. */
        private void permitted(Definition.RecordShape record) {
            Arrays.stream(Naming.values())
                    .map(naming -> new TypeShape.Named(record.type(), record.arguments(), naming))
                    .filter(alone -> types.names().inheritedBy(alone).isPresent())
                    .filter(this::isMixed)
                    .forEach(alone -> record.properties().stream()
                            .findFirst()
                            .ifPresent(property -> report(alone, property, record)));
        }

        private void visit(TypeShape.Named used, Definition.Property property, Definition.RecordShape record) {
            if (types.names().inheritedBy(used).isPresent() && isMixed(used)) {
                report(used, property, record);
            }
        }

        private boolean isMixed(TypeShape.Named type) {
            return type.naming() != root.naming() && isConverted(type, new HashSet<>());
        }

        /** Returns whether a naming changes a name in the JSON of a type. */
        private boolean isConverted(TypeShape.Named type, Set<TypeShape.Named> seen) {
            if (types.names().isConverted(type)) {
                return true;
            }
            Definition definition = types.definitions().get(type);
            return definition != null
                    && seen.add(type)
                    && definition
                            .components()
                            .flatMap(Search::named)
                            .filter(used -> !types.codecs().containsKey(used))
                            .anyMatch(used -> isConverted(used, seen));
        }

        private void report(TypeShape.Named type, Definition.Property property, Definition.RecordShape record) {
            problems.add(
                    ProblemKind.MIXED_NAMING,
                    property.source(),
                    Declaration.COMPONENT.with(
                            property.component(), record.type().simpleName()),
                    type.type().simpleName(),
                    annotation(type, root.naming()),
                    annotation(type, type.naming()));
        }

        private String annotation(TypeShape.Named type, Naming naming) {
            return "@" + types.names().inheritedBy(type).orElse("") + "(naming = Naming." + naming + ")";
        }

        /** Returns the named types in a shape. */
        private static Stream<TypeShape.Named> named(TypeShape shape) {
            return switch (shape.kind()) {
                case SCALAR, TEXT -> Stream.of();
                case MAP ->
                    Stream.concat(named(((TypeShape.MapOf) shape).key()), named(((TypeShape.MapOf) shape).value()));
                case LIST, OPTIONAL, CONSTRAINED, NULLABLE -> shape.parts().flatMap(Search::named);
                case NAMED -> Stream.of((TypeShape.Named) shape);
            };
        }
    }
}
