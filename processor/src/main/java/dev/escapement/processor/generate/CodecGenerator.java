package dev.escapement.processor.generate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.schema.SchemaText;
import dev.escapement.processor.schema.ValueSchema;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The generator of the class {@code <Name>Codec} for a type annotated with {@code @Codec}. */
final class CodecGenerator {

    private static final String SCHEMA = "SCHEMA";

    private CodecGenerator() {}

    static JavaFile generate(CodecModel codec) {
        JavaType from = codec.root().type();
        JavaType name = codec.generated();
        TypeSpec.Builder type = GeneratedFile.type(name, codec)
                .addJavadoc("The JSON codec of {@link $T}.\n", RuntimeClasses.of(from))
                .addSuperinterface(CodecMembers.implementing(RuntimeClasses.JSON_CODEC, codec));
        CodecMembers.addInstance(type, name, codec);
        addSchema(type, codec);
        CodecMembers.addTo(type, name, codec, List.of());
        return GeneratedFile.file(name, from, type.build());
    }

    /** Adds the constant with the schema, unless the schema is longer than that of any tool. */
    private static void addSchema(TypeSpec.Builder type, CodecModel codec) {
        SchemaText schema = ValueSchema.of(codec);
        if (schema.compact().length() > SchemaText.MAX_LENGTH) {
            return;
        }
        type.addField(FieldSpec.builder(String.class, SCHEMA, GeneratedFile.visibility(codec.exported()))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("""
                        The JSON Schema (2020-12) of {@link $T}. Not a constant expression, so compilers do not \
                        copy it into other classes.
                        """, RuntimeClasses.of(codec.root().type()))
                .initializer(TextBlock.interned(schema.lines()))
                .build());
    }
}
