package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tests that a listener receives replies while they arrive, without an effect on the thread. */
class DeltaListenerTest {

    private static final TestLoop LOOP = TestLoop.of(TestStep.named("work"));

    /** A model that replies "done", in two pieces if a consumer is set. */
    private static final class Streaming implements Model {

        private final List<String> asked = new ArrayList<>();

        @Override
        public ModelReply reply(ModelRequest request) {
            asked.add("whole");
            return ModelReply.text("done");
        }

        @Override
        public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
            asked.add("in pieces");
            deltas.accept(new Delta.Text("do"));
            deltas.accept(new Delta.Text("ne"));
            return ModelReply.text("done");
        }
    }

    private final Streaming model = new Streaming();

    private ScriptedRun watchedBy(DeltaListener listener) {
        return ScriptedRun.of(LOOP).with(builder -> builder.model(model).deltas(listener));
    }

    private AgentThread unwatched() {
        return ScriptedRun.of(LOOP).with(builder -> builder.model(model)).start();
    }

    @Test
    void listenerReceivesPiecesBeforeTheReply() {
        List<String> arrived = new ArrayList<>();

        watchedBy((thread, delta) ->
                        arrived.add(thread.id() + " after " + thread.events().size() + ": " + delta))
                .start();

        assertEquals(List.of("t1 after 1: Text[text=do]", "t1 after 1: Text[text=ne]"), arrived);
    }

    @Test
    void aModelStreamsOnlyIfSomebodyWatches() {
        unwatched();
        watchedBy((thread, delta) -> {}).start();

        assertEquals(List.of("whole", "in pieces"), model.asked);
    }

    @Test
    void aListenerThatFailsIsLoggedAndChangesNothing() {
        IllegalStateException defect = new IllegalStateException("the terminal is gone");

        try (RecordedLog log = RecordedLog.of(WatchedModel.class)) {
            AgentThread thread = watchedBy((same, delta) -> {
                        throw defect;
                    })
                    .start();

            assertEquals(unwatched(), thread);
            RecordedLog.Entry entry = new RecordedLog.Entry(RunMessages.deltaListenerFailed("t1"), defect);
            assertEquals(List.of(entry, entry), log.entries());
        }
    }

    @Test
    void failedReplyDiscardsItsDeltas() {
        List<Delta> arrived = new ArrayList<>();
        Model breaksOff = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                throw new AssertionError("the deltas are requested");
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                deltas.accept(new Delta.Text("do"));
                throw new IllegalStateException("no connection");
            }
        };
        ScriptedRun trial = ScriptedRun.of(LOOP)
                .with(builder -> builder.model(breaksOff).deltas((thread, delta) -> arrived.add(delta)));

        assertThrows(DriveException.class, trial::start);
        assertEquals(List.of(new Delta.Text("do"), new Delta.Discarded()), arrived);
    }

    @Test
    void aModelThatCannotStreamIsWatchedInVain() {
        List<Delta> arrived = new ArrayList<>();

        ScriptedRun.of(LOOP, ModelReply.text("done"))
                .with(builder -> builder.deltas((thread, delta) -> arrived.add(delta)))
                .start();

        assertEquals(List.of(), arrived);
    }
}
