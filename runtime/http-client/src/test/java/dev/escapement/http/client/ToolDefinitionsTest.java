package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Tests of the definitions of tools in a dialect. */
class ToolDefinitionsTest {

    private static final ToolSpec<?> TOOL = SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "it has a map");

    private final List<String> logged = new ArrayList<>();

    /** A logger that collects messages. */
    private final System.Logger log = new System.Logger() {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            logged.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
            logged.add(level + " " + format);
        }
    };

    private ToolDefinitions definitions(Dialect dialect) {
        return new ToolDefinitions(PlainClientBuilder.create(true).build(), dialect, Dialect.OPENAI, log);
    }

    @Test
    void schemaIsThatOfTheDialect() {
        assertEquals(
                List.of(new ToolDefinition("t", "", new JsonText("{\"title\":\"GEMINI\"}"), true)),
                definitions(Dialect.GEMINI).of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE));
        assertEquals(List.of(), logged);
    }

    @Test
    void unknownNamesInTheSettingsAreLoggedOnce() {
        PlainClientBuilder client = PlainClientBuilder.create(true)
                .toolChoice(new ToolSelection.Only("no_such"))
                .strict(false, "t", "other");
        ToolDefinitions definitions = new ToolDefinitions(client.build(), Dialect.GEMINI, Dialect.OPENAI, log);
        definitions.of(List.of(), ToolDefinitions.StrictLimit.NONE);
        assertEquals(List.of(), logged);

        definitions.of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE);
        definitions.of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE);

        assertEquals(2, logged.size());
        assertTrue(logged.get(0).contains("toolChoice") && logged.get(0).contains("no_such"), logged.get(0));
        assertTrue(logged.get(1).contains("strict") && logged.get(1).contains("other"), logged.get(1));
    }

    @Test
    void inexpressibleToolIsNotStrict() {
        assertEquals(
                List.of(new ToolDefinition("t", "", new JsonText("{\"title\":\"OPENAI\"}"), false)),
                definitions(Dialect.OPENAI_STRICT).of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE));
    }

    @Test
    void strictnessOfOneToolIsReplaced() {
        ToolSpec<?> other = SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "other", "it has a map");
        ToolDefinitions definitions = new ToolDefinitions(
                PlainClientBuilder.create(false).strict(true, "other").build(), Dialect.GEMINI, Dialect.OPENAI, log);

        assertEquals(
                List.of(
                        new ToolDefinition("t", "", new JsonText("{\"title\":\"OPENAI\"}"), false),
                        new ToolDefinition("other", "", new JsonText("{\"title\":\"GEMINI\"}"), true)),
                definitions.of(List.of(TOOL, other), ToolDefinitions.StrictLimit.NONE));
    }

    @Test
    void toolThatIsNotStrictIsLoggedOnce() {
        ToolDefinitions definitions = definitions(Dialect.OPENAI_STRICT);
        definitions.of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE);
        definitions.of(List.of(TOOL), ToolDefinitions.StrictLimit.NONE);

        assertEquals(1, logged.size());
        assertTrue(logged.get(0).startsWith("INFO "), logged::toString);
        assertTrue(logged.get(0).contains("it has a map"), logged::toString);
    }

    @Test
    void toolBeyondTheLimitIsNotStrict() {
        List<ToolDefinition> tools = definitions(Dialect.GEMINI).of(List.of(TOOL), schema -> Optional.of("too many"));

        assertEquals(List.of(new ToolDefinition("t", "", new JsonText("{\"title\":\"OPENAI\"}"), false)), tools);
        assertTrue(logged.get(0).contains("too many"), logged::toString);
    }
}
