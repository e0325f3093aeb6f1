package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.schema.SchemaDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The constants of a generated file that say which properties its objects have: one for each record that is read. */
final class PropertySets {

    private static final int MAX_LENGTH = 100;
    private static final int INDENT = "      ".length();
    private static final int DECLARATION = "  private static final PropertySet  = ;".length();

    private final NameAllocator names = new NameAllocator();
    private final List<FieldSpec> fields = new ArrayList<>();

    PropertySets() {
        names.newName("INSTANCE");
        for (SchemaDialect dialect : SchemaDialect.values()) {
            names.newName(dialect.name());
        }
    }

    /** The constants that were asked for, in that order. */
    List<FieldSpec> fields() {
        return fields;
    }

    /** The constant for a record; with a discriminator, that is a property too. */
    FieldSpec add(Definition.RecordShape record, String name, String discriminator) {
        String required = quoted(Stream.concat(
                Stream.of(discriminator).filter(property -> !property.isEmpty()),
                record.properties().stream()
                        .filter(Definition.Property::required)
                        .map(Definition.Property::name)));
        String optional = quoted(record.properties().stream()
                .filter(property -> !property.required())
                .map(Definition.Property::name));
        String constant = names.newName(Naming.constant(name));
        FieldSpec field = FieldSpec.builder(RuntimeClasses.PROPERTY_SET, constant)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value(constant, required, optional))
                .build();
        fields.add(field);
        return field;
    }

    private static String quoted(Stream<String> properties) {
        return properties.map(property -> '"' + property + '"').collect(Collectors.joining(", "));
    }

    /** Stands on the line of the declaration if there is room, else on one or two lines of its own. */
    private static CodeBlock value(String constant, String required, String optional) {
        String more = optional.isEmpty() ? "" : ".optional(" + optional + ")";
        int length = "PropertySet.required()".length() + required.length() + more.length();
        boolean oneLine = DECLARATION + constant.length() + length <= MAX_LENGTH;
        boolean ownLine = INDENT + length < MAX_LENGTH;
        return CodeBlock.builder()
                .add(oneLine ? "" : "\n$>$>")
                .add("$T.required($L)", RuntimeClasses.PROPERTY_SET, wrapping(required))
                .add(oneLine || ownLine || more.isEmpty() ? "" : "\n$>$>")
                .add("$L", wrapping(more))
                .add(oneLine || ownLine || more.isEmpty() ? "" : "$<$<")
                .add(oneLine ? "" : "$<$<")
                .build();
    }

    private static CodeBlock wrapping(String arguments) {
        return Stream.of(arguments.split(", "))
                .map(part -> CodeBlock.of("$L", part))
                .collect(CodeBlock.joining(",$W"));
    }
}
