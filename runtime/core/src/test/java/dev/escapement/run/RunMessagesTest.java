package dev.escapement.run;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** The wording of the exceptions and log entries of the package. Other tests refer to it by name. */
class RunMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(RunMessages.class).verify(RunMessagesTest.class);
    }
}
