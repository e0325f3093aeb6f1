package dev.escapement.internal.text;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of the reasons why a thread stops or asks a person. Other tests refer to it by name. */
class StopMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(StopMessages.class).verify(StopMessagesTest.class);
    }
}
