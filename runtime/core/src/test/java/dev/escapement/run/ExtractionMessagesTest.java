package dev.escapement.run;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of extractions. Other tests refer to it by name. */
class ExtractionMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(ExtractionMessages.class).verify(ExtractionMessagesTest.class);
    }
}
