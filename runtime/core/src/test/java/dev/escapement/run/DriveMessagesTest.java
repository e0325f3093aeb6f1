package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.ChildResultException;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the wording of the messages about leases, transactions, joins and timeouts. */
class DriveMessagesTest {

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        Command.RunStep step = new Command.RunStep(
                new Call("‹c›", "‹a›", "{}"), Effect.WRITE, Flow.RETURNS, new StepContext("‹t›", "‹c›", "‹b›"), 1, 3);

        GoldenMessages messages = GoldenMessages.constantsOf(DriveMessages.class);
        for (ChildResultException.Reason reason : ChildResultException.Reason.values()) {
            messages.add("childUnread " + reason, DriveMessages.childUnread("‹a›", "‹b›", reason));
        }
        messages.add("transactional", DriveMessages.transactional(List.of("‹a›", "‹b›"), new InMemoryThreadStore()))
                .add("timedOut", DriveMessages.timedOut(step, Duration.ofMinutes(7)))
                .add("interceptorFailed", DriveMessages.interceptorFailed(step))
                .add("sameAgent", DriveMessages.sameAgent("‹a›"))
                .add("modelWithoutLoop", DriveMessages.modelWithoutLoop("‹a›"))
                .add("noAgent", DriveMessages.noAgent("‹a›", List.of("‹b›", "‹c›")))
                .add("leftToWorkers", DriveMessages.leftToWorkers("‹a›"))
                .add("treeFailed", DriveMessages.treeFailed("‹t›"))
                .verify(DriveMessagesTest.class);
    }
}
