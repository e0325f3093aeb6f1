package dev.escapement.processor.generate;

import com.palantir.javapoet.CodeBlock;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeShape;
import java.util.Collections;
import java.util.LinkedHashMap;

/** A generator of the code that reads maps. */
final class MapDecoderCode {

    private final GeneratedMethods methods;
    private final ConstraintCode constraints;

    MapDecoderCode(GeneratedMethods methods, ConstraintCode constraints) {
        this.methods = methods;
        this.constraints = constraints;
    }

    /**
     * Returns the body of a method that reads a map.
     *
     * @param value the code that reads a value
     * @param name the base name of its constants
     */
    CodeBlock body(TypeShape.MapOf map, ValueDecoderCode value, String name) {
        CodeBlock.Builder entry = CodeBlock.builder();
        if (map.key() == TypeShape.Scalar.STRING) {
            return entries(
                    map,
                    entry.add(value.before())
                            .addStatement("map.put(in.name(), $L)", value.value())
                            .build());
        } else if (map.key().bare() == TypeShape.Scalar.STRING) {
            return entries(
                    map,
                    entry.addStatement("$T key = in.name()", String.class)
                            .add(constraints.afterReadingKey(map.key(), "key", name))
                            .add(value.before())
                            .addStatement("map.put(key, $L)", value.value())
                            .build());
        }
        CodeBlock key = CodeBlock.of(
                "$T key = $L;\n", JavaTypeNames.boxed(map.key()), key(map.key().bare()));
        // An invalid key is reported at the entry, after the value is checked.
        entry.add(value.before().isEmpty() ? key : CodeBlock.of("$L$L", value.before(), key));
        if (value.before().isEmpty()) {
            entry.addStatement("$T value = $L", JavaTypeNames.of(map.value()), value.value());
        }
        entry.beginControlFlow("if (key != null)");
        if (map.key().bare().kind() == TypeShape.Kind.TEXT) { // other keys have one spelling each
            entry.beginControlFlow("if (map.containsKey(key))")
                    .addStatement("in.reportRepeatedKey()")
                    .endControlFlow();
        }
        entry.add(constraints.afterReadingKey(map.key(), "key", name))
                .addStatement("map.put(key, value)")
                .endControlFlow();
        return entries(map, entry.build());
    }

    private static CodeBlock entries(TypeShape.MapOf map, CodeBlock entry) {
        return CodeBlock.builder()
                .beginControlFlow("if (!in.beginMap())")
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T map = new $T<>()", JavaTypeNames.of(map), LinkedHashMap.class)
                .beginControlFlow("while (in.nextEntry())")
                .add(entry)
                .endControlFlow()
                .addStatement("return in.endMap() ? $T.unmodifiableMap(map) : null", Collections.class)
                .build();
    }

    /** Returns the expression that reads the current property name as a map key. */
    private CodeBlock key(TypeShape shape) {
        return switch (shape.kind()) {
            case SCALAR -> CodeBlock.of("$T.$L_KEY.parse(in, in.name())", RuntimeClasses.TEXT_CODECS, shape);
            case TEXT ->
                CodeBlock.of(
                        "$T.$L.parse(in, in.name())", RuntimeClasses.TEXT_CODECS, ((TypeShape.TextOf) shape).form());
            case NAMED -> enumKey((TypeShape.Named) shape);
            case LIST, MAP, OPTIONAL, CONSTRAINED, NULLABLE ->
                throw new IllegalStateException("a key has a bare scalar, text or enum shape, not " + shape);
        };
    }

    private CodeBlock enumKey(TypeShape.Named shape) {
        Definition.EnumShape constants = (Definition.EnumShape) methods.types().definition(shape);
        String type = methods.names().of(shape);
        String name = "read" + methods.names().ofKey(shape);
        methods.need(
                name,
                () -> DecoderMethods.method(
                        name,
                        methods.hidden().declared(JavaTypeNames.of(shape)),
                        EnumDecoderCode.body(methods, constants, type, "readConstantKey")));
        return methods.hidden().returned(JavaTypeNames.of(shape), CodeBlock.of("$L(in)", name));
    }
}
