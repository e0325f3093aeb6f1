package dev.escapement.processor.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests of enums with nearly as many constants as Java allows: each generated method stays below the code size limit.
 */
class LargeEnumsTest {

    @Test
    void everyConstantIsReadAndWritten() {
        String constants = IntStream.range(0, 2_400)
                .mapToObj(i -> "@JsonProperty(\"c-" + i + "\") C" + i)
                .collect(Collectors.joining(",\n"));
        CompiledCodec codec =
                CompiledCodec.of("List<Big> values, Map<Big, Integer> map", "enum Big { " + constants + " }");

        String json = "{\"values\":[\"c-0\",\"c-999\",\"c-1000\",\"c-2399\"],\"map\":{\"c-1999\":1,\"c-2000\":2}}";
        assertEquals(json, codec.again(json));
        assertTrue(
                codec.violations("{\"values\":[\"c-2400\"],\"map\":{}}").get(0).startsWith("$.values[0]: "));
    }
}
