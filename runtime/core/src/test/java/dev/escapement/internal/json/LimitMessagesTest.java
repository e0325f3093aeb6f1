package dev.escapement.internal.json;

import dev.escapement.internal.json.LimitMessages.Present;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.testing.GoldenMessages;
import org.junit.jupiter.api.Test;

/** Tests of the wording of violations of limits. Other tests refer to the phrases by name. */
class LimitMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages golden = GoldenMessages.of(LimitMessages.class);
        for (Unit unit : Unit.values()) {
            golden.add(unit + ", one", unit.of(1)).add(unit + ", several", unit.of(7));
        }
        for (Present present : Present.values()) {
            golden.add(present + ", past", present.past())
                    .add(present + ", past or present", present.pastOrPresent())
                    .add(present + ", future", present.future())
                    .add(present + ", future or present", present.futureOrPresent());
        }
        golden.verify(LimitMessagesTest.class);
    }
}
