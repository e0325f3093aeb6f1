package dev.escapement.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.codegen.TextCodec;
import dev.escapement.codegen.TextCodecs;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests that each text form has the pattern of the runtime codec of its name. */
class TextFormTest {

    @Test
    void eachFormHasACodecWithItsPattern() throws IllegalAccessException {
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
