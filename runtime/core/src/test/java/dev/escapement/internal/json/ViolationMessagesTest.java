package dev.escapement.internal.json;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of violations. Other tests refer to the phrases by name. */
class ViolationMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(ViolationMessages.class).verify(ViolationMessagesTest.class);
    }
}
