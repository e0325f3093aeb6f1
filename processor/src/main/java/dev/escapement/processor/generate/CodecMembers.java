package dev.escapement.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.JavaType;
import dev.escapement.processor.model.UpcastModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * A generator of the members that all codecs and tool specifications have. These are the instance, and the methods that
 * read and write the type.
 */
final class CodecMembers {

    private CodecMembers() {}

    /**
     * Adds the codec members to a class, after its existing members.
     *
     * @param upcasts the conversions to which the existing members refer
     */
    static void addTo(TypeSpec.Builder type, JavaType name, CodecModel codec, List<UpcastModel> upcasts) {
        ClassName value = RuntimeClasses.of(codec.root().type());
        GeneratedMethods methods = new GeneratedMethods(
                codec.root().type(), codec.types(), codec.root(), codec.types().warnings(), codec.ignoresUnknown());
        codec.types().codecs().keySet().stream()
                .filter(used -> !used.equals(codec.root()))
                .forEach(used -> methods.enumChecks().omit(codec.types(), used));
        EncoderMethods encoders = new EncoderMethods(methods);
        DecoderMethods decoders = new DecoderMethods(methods, encoders, RuntimeClasses.of(name));
        MethodSpec read = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(value)
                .addParameter(RuntimeClasses.JSON_READER, "in")
                .addCode(decoders.body(codec.root()))
                .build();
        // The comparison of set elements has already requested some encoder methods.
        Map<Boolean, List<MethodSpec>> others =
                methods.write().stream().collect(Collectors.partitioningBy(CodecMembers::isWriting));
        MethodSpec write = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeClasses.JSON_WRITER, "out")
                .addParameter(value, "value")
                .addCode(encoders.body(codec.root()))
                .build();
        List<MethodSpec> writeOthers = methods.write();
        methods.constants().addTo(type);
        Map<ClassName, CodeBlock> enumChecks = methods.enumChecks().statements();
        type.addMethod(read).addMethods(others.get(false));
        type.addMethod(write).addMethods(others.get(true)).addMethods(writeOthers);
        ShapeCode.addChecks(type, codec, upcasts, enumChecks);
        type.addMethods(methods.enumChecks().methods());
        ShapeCode.addFingerprint(type, codec);
    }

    private static boolean isWriting(MethodSpec method) {
        return method.name().startsWith("write");
    }

    /** Adds the constant that holds the singleton instance, and a private constructor. */
    static void addInstance(TypeSpec.Builder type, JavaType name, CodecModel codec) {
        ClassName className = RuntimeClasses.of(name);
        type.addAnnotation(RuntimeClasses.NULL_UNMARKED);
        type.addField(FieldSpec.builder(className, "INSTANCE", GeneratedFile.visibility(codec.exported()))
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The only instance. It has no state.\n")
                        .initializer("new $T()", className)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** Returns the parameterization of an interface with the type that a codec reads and writes. */
    static ParameterizedTypeName implementing(ClassName raw, CodecModel codec) {
        return ParameterizedTypeName.get(raw, RuntimeClasses.of(codec.root().type()));
    }
}
