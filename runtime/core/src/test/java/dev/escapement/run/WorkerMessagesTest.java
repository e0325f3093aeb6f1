package dev.escapement.run;

import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of the exceptions and log entries of workers. Other tests refer to it by name. */
class WorkerMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(WorkerMessages.class).verify(WorkerMessagesTest.class);
    }
}
