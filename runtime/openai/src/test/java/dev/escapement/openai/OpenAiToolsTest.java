package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.SchemaTool;
import dev.escapement.json.JsonText;
import dev.escapement.tool.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class OpenAiToolsTest {

    @Test
    void theSchemaIsThatOfTheDialect() {
        OpenAiTools offer = new OpenAiTools(Dialect.GEMINI, true);
        assertEquals(
                new OfferedTool("t", "", new JsonText("{\"title\":\"GEMINI\"}"), true),
                offer.of(List.of(SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "there is a map")))
                        .get(0));
    }

    @Test
    void aToolThatCannotBeStrictIsOfferedWithoutAndLoggedOnce() {
        List<LogRecord> log = new ArrayList<>();
        Logger logger = Logger.getLogger(OpenAiModel.class.getName());
        Handler handler = handler(log);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            OpenAiTools offer = new OpenAiTools(Dialect.OPENAI_STRICT, true);
            offer.of(List.of(SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "there is a map")));
            List<OfferedTool> offered =
                    offer.of(List.of(SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "there is a map")));
            assertEquals(List.of(new OfferedTool("t", "", new JsonText("{\"title\":\"OPENAI\"}"), false)), offered);
            assertEquals(1, log.size());
            assertEquals(Level.INFO, log.get(0).getLevel());
            assertTrue(
                    log.get(0).getMessage().contains("there is a map"),
                    log.get(0).getMessage());
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    private static Handler handler(List<LogRecord> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void moreToolsThanOpenAiTakesAreRefused() {
        OpenAiTools offer = new OpenAiTools(Dialect.OPENAI, false);
        assertEquals(
                128,
                offer.of(Collections.nCopies(
                                128, SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "there is a map")))
                        .size());
        IllegalArgumentException fault = assertThrows(
                IllegalArgumentException.class,
                () -> offer.of(Collections.nCopies(
                        129, SchemaTool.impossibleIn(Dialect.OPENAI_STRICT, "t", "there is a map"))));
        assertTrue(fault.getMessage().contains("at most 128 tools, not 129"), fault.getMessage());
    }
}
