package dev.escapement.samples.newsroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.run.FileThreadStore;
import dev.escapement.testing.CrashingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the conversation in files, stopped after every event of every thread and continued by another process. */
class NewsroomCrashTest {

    @TempDir
    Path folder;

    private final Press press = new Press();
    private final DemoModel model = new DemoModel();

    @Test
    void conversationStoppedAfterAnyEventEndsAsBefore() {
        List<AgentThread> whole = play("whole");
        List<Article> printed = press.printed();
        int all = whole.stream().mapToInt(thread -> thread.events().size()).sum();
        assertTrue(all > 40, () -> "too few events: " + all);
        for (int events = 1; events < all; events++) {
            Press other = new Press();
            Path disk = folder.resolve("stopped after " + events);

            stop(disk, other, events);
            NewsroomFixture next = NewsroomFixture.on(FileThreadStore.in(disk), other, model);
            next.driveToTheEnd();

            assertEquals(timeless(whole), timeless(next.threads()), "stopped after " + events + " events");
            assertEquals(printed, other.printed());
        }
    }

    private void stop(Path disk, Press other, int events) {
        try {
            NewsroomFixture.on(new CrashingStore(FileThreadStore.in(disk), events), other, model)
                    .driveToTheEnd();
        } catch (CrashingStore.Crash expected) {
            return;
        }
        throw new AssertionError("the process is still there");
    }

    @Test
    void threadsAreReplayed() {
        NewsroomFixture newsroom = NewsroomFixture.on(FileThreadStore.in(folder), press, model);
        newsroom.driveToTheEnd();

        for (AgentThread thread : newsroom.threads()) {
            assertEquals(thread, AgentThread.fromJson(thread.toJson()));
            assertEquals(
                    new ReplayResult.Verified(thread.events().size(), 0),
                    Replay.verify(newsroom.loop(thread), thread));
        }
    }

    private List<AgentThread> play(String disk) {
        NewsroomFixture newsroom = NewsroomFixture.on(FileThreadStore.in(folder.resolve(disk)), press, model);
        newsroom.driveToTheEnd();
        return newsroom.threads();
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
