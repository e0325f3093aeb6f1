package dev.escapement.samples.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.CrashingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the conversation, stopped after every event of every thread and continued by another process. */
class NewsroomCrashTest {

    private final Press press = new Press();
    private final DemoModel model = new DemoModel();
    private final NewsroomFixture whole = NewsroomFixture.on(new InMemoryThreadStore(), press, model);

    @BeforeEach
    void play() {
        whole.driveToTheEnd();
    }

    @Test
    void conversationStoppedAfterAnyEventEndsAsBefore() {
        int all = whole.threads().stream()
                .mapToInt(thread -> thread.events().size())
                .sum();
        assertTrue(all > 40, () -> "too few events: " + all);
        for (int events = 1; events < all; events++) {
            Press other = new Press();
            ThreadStore disk = new InMemoryThreadStore();
            NewsroomFixture stopped = NewsroomFixture.on(new CrashingStore(disk, events), other, model);
            NewsroomFixture next = NewsroomFixture.on(disk, other, model);

            assertThrows(CrashingStore.Crash.class, stopped::driveToTheEnd);
            next.driveToTheEnd();

            assertEquals(timeless(whole.threads()), timeless(next.threads()), "stopped after " + events + " events");
            assertEquals(press.printed(), other.printed());
        }
    }

    @Test
    void threadsAreReplayed() {
        for (AgentThread thread : whole.threads()) {
            assertEquals(thread, AgentThread.fromJson(thread.toJson()));
            assertEquals(
                    new ReplayResult.Verified(thread.events().size(), 0), Replay.verify(whole.loop(thread), thread));
        }
    }

    /** Returns the events without times. Only a step that was stopped has further attempts, which are omitted. */
    private static List<String> timeless(List<AgentThread> threads) {
        return threads.stream()
                .flatMap(thread -> thread.events().stream())
                .filter(event -> !(event instanceof Event.StepStarted started) || started.attempt() == 1)
                .map(event -> Event.CODEC
                        .encode(event)
                        .replaceFirst("\"at\":\"[^\"]*\",?", "")
                        .replaceAll(",?\"[a-zA-Z]+\":\"PT[^\"]*\"", ""))
                .toList();
    }
}
