package dev.escapement.internal.text;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of refused conversations. Other tests refer to it by name. */
class ConversationMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(ConversationMessages.class).verify(ConversationMessagesTest.class);
    }
}
