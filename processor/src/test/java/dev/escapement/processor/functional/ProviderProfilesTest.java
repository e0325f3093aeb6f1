package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.schema.Profile;
import dev.escapement.tool.Dialect;
import org.junit.jupiter.api.Test;

/** Tests that the schemas of all tools under test conform to the published limits of the providers. */
class ProviderProfilesTest {

    @Test
    void openAiAcceptsEveryStrictSchema() {
        assertAccepted(new Profile("openai_202602", true), Dialect.OPENAI_STRICT);
    }

    @Test
    void geminiAcceptsEverySchemaForIt() {
        assertAccepted(new Profile("gemini_202602", false), Dialect.GEMINI);
    }

    private static void assertAccepted(Profile profile, Dialect dialect) {
        int possible = 0;
        for (Subject<?> subject : Subjects.all()) {
            try {
                String schema = subject.spec().schema(dialect);
                assertEquals("", profile.faults(schema), () -> subject + ": " + schema);
                possible++;
            } catch (UnsupportedOperationException impossible) {
                assertTrue(impossible.getMessage().contains(dialect.name()), impossible::getMessage);
            }
        }
        assertTrue(
                possible > Subjects.all().size() / 2,
                possible + " of " + Subjects.all().size());
    }
}
