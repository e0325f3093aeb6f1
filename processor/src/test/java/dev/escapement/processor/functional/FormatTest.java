package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.escapement.codegen.TextCodec;
import dev.escapement.codegen.TextCodecs;
import dev.escapement.json.Decoded;
import dev.escapement.processor.model.TextForm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that a decoder accepts every string that the advertised {@code format} permits. A validator that asserts formats
 * confirms that the strings are permitted, except some that RFC 3339 permits although the validator rejects them.
 */
class FormatTest {

    private static final Map<String, List<String>> PERMITTED = Map.of(
            "date", List.of("2026-01-31", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"),
            "date-time",
                    List.of(
                            "2026-01-31T12:00:00Z",
                            "2026-01-31t12:00:00z",
                            "2026-01-31T12:00:00z",
                            "2026-01-31T12:00:00+01:00",
                            "2026-01-31T12:00:00-00:00",
                            "2026-01-31T12:00:00.5Z",
                            "2026-01-31T12:00:00.123456789Z",
                            "2024-02-29T23:59:59+14:00",
                            "2016-12-31T23:59:60Z",
                            "1990-12-31T15:59:60-08:00",
                            "2026-01-31T12:00:00.1234567891Z",
                            "2026-01-31T12:00:00+23:59"),
            "time",
                    List.of(
                            "12:00:00Z",
                            "12:00:00z",
                            "12:00:00.5Z",
                            "12:00:00-00:00",
                            "23:59:60Z",
                            "12:00:00.1234567891Z",
                            "12:00:00-23:59"),
            "uuid", List.of("123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"));

    /** Leap seconds that are not at the end of a day in UTC. */
    private static final Map<String, List<String>> EXCLUDED = Map.of(
            "date-time", List.of("2016-12-31T12:00:60Z", "2016-12-31T22:59:60Z", "2016-12-31T23:59:60+01:00"),
            "time", List.of("12:00:60Z", "23:58:60Z", "23:59:60+00:30", "15:59:60+08:00"));

    private static final Map<String, List<String>> REJECTED_BY_THE_VALIDATOR = Map.of(
            "date-time",
                    List.of(
                            "2026-01-31T12:00:00-00:00",
                            "2026-01-31T12:00:00.1234567891Z",
                            "2026-01-31T12:00:00+23:59"),
            "time", List.of("12:00:00.1234567891Z"));

    @Test
    void everyFormatHasExamples() {
        Set<String> formats = new TreeSet<>();
        for (TextForm form : TextForm.values()) {
            formats.add(form.format());
        }
        formats.remove("");

        assertEquals(new TreeSet<>(PERMITTED.keySet()), formats);
    }

    @ParameterizedTest
    @EnumSource
    void formatIsAccepted(TextForm form) throws ReflectiveOperationException {
        TextCodec<?> codec =
                (TextCodec<?>) TextCodecs.class.getField(form.name()).get(null);
        for (String text : PERMITTED.getOrDefault(form.format(), List.of())) {
            assertInstanceOf(Decoded.Accepted.class, codec.decode('"' + text + '"'), text);
        }
        for (String text : EXCLUDED.getOrDefault(form.format(), List.of())) {
            assertInstanceOf(Decoded.Rejected.class, codec.decode('"' + text + '"'), text);
        }
    }

    @Test
    void validatorExcludesTheSameLeapSeconds() {
        EXCLUDED.forEach((format, texts) -> {
            SecondOracle oracle = new SecondOracle("{\"type\":\"string\",\"format\":\"" + format + "\"}", true);
            texts.forEach(text -> assertNotEquals("", oracle.faults('"' + text + '"'), text));
        });
    }

    @Test
    void validatorConfirmsTheExamples() {
        Map<String, List<String>> rejected = new TreeMap<>();
        PERMITTED.forEach((format, texts) -> {
            SecondOracle oracle = new SecondOracle("{\"type\":\"string\",\"format\":\"" + format + "\"}", true);
            List<String> faulty = texts.stream()
                    .filter(text -> !oracle.faults('"' + text + '"').isEmpty())
                    .toList();
            if (!faulty.isEmpty()) {
                rejected.put(format, faulty);
            }
        });

        assertEquals(REJECTED_BY_THE_VALIDATOR, rejected);
    }
}
