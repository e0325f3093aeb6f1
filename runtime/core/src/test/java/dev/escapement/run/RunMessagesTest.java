package dev.escapement.run;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of the package's exceptions and log entries. Other tests refer to it by name. */
class RunMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(RunMessages.class).verify(RunMessagesTest.class);
    }
}
