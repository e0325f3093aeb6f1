package dev.escapement.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.json.TextCodec;
import dev.escapement.json.TextCodecs;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Schemas and the runtime have one idea of each form of text, though the processor does not depend on the runtime. */
class TextFormTest {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    @Test
    void thePatternsAreThoseOfTheRuntime() throws IOException {
        Path processors = MODULE.resolve("src/main/java/dev/escapement/processor/model/TextPatterns.java");
        Path runtimes = MODULE.resolve("../runtime/core/src/main/java/dev/escapement/json/TextPatterns.java");
        assertEquals(declarations(runtimes), declarations(processors));
    }

    /** Without the package and the comment of the class. */
    private static String declarations(Path source) throws IOException {
        String text = Files.readString(source);
        return text.substring(text.indexOf("final class TextPatterns"));
    }

    @Test
    void eachFormHasACodecOfItsNameWithItsPattern() throws IllegalAccessException {
        Map<String, String> forms = new TreeMap<>();
        for (TextForm form : TextForm.values()) {
            forms.put(form.name(), form.pattern());
        }
        forms.put("INT_KEY", TextForm.integerPattern(TypeShape.Scalar.INT));
        forms.put("LONG_KEY", TextForm.integerPattern(TypeShape.Scalar.LONG));
        Map<String, String> codecs = new TreeMap<>();
        for (Field field : TextCodecs.class.getFields()) {
            codecs.put(field.getName(), ((TextCodec<?>) field.get(null)).pattern());
        }
        assertEquals(codecs, forms);
    }
}
