package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Rendering;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thread that grew event by event has the same state as a thread that is folded from its stored events. */
class FoldedThreadTest {

    private final AgentLoop loop = new RetailDeskLoop(new RetailDesk(new Shop(SampleShop.database())));

    @Test
    void demonstrationHasTheStateOfItsStoredEvents() throws Exception {
        assertFolds(Demo.converse(new Shop(SampleShop.database()), (all, event) -> {}));
    }

    @Test
    void recordedTasksHaveTheStateOfTheirStoredEvents() throws IOException {
        Tau2Data data = Tau2Data.orSkip();
        Database pristine = data.shop();
        for (Map<String, Object> task : data.tasks()) {
            assertFolds(new Tau2Case(task, pristine).play());
        }
    }

    private void assertFolds(AgentThread thread) {
        AgentThread folded = AgentThread.fromJson(thread.toJson());

        assertEquals(loop.next(folded), loop.next(thread), thread.id());
        assertEquals(Rendering.messages(folded, false), Rendering.messages(thread, false), thread.id());
        assertEquals(folded.usage(), thread.usage(), thread.id());
    }
}
