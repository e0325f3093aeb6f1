package dev.escapement.processor.generate;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;

/** The generator of the class {@code <Name>Codec} for a type annotated with {@code @Codec}. */
final class CodecGenerator {

    private CodecGenerator() {}

    static JavaFile generate(CodecModel codec) {
        JavaType from = codec.root().type();
        JavaType name = codec.generated();
        TypeSpec.Builder type = GeneratedFile.type(name, codec)
                .addJavadoc("The JSON codec of {@link $T}.\n", RuntimeClasses.of(from))
                .addSuperinterface(CodecMembers.implementing(RuntimeClasses.JSON_CODEC, codec));
        CodecMembers.addInstance(type, name, codec);
        CodecMembers.addTo(type, name, codec);
        return GeneratedFile.file(name, from, type.build());
    }
}
