package dev.escapement.run;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of messages about requests to the model. */
class RequestMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(RequestMessages.class).verify(RequestMessagesTest.class);
    }
}
