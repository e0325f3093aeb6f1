package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Budget;
import dev.escapement.loop.Event;
import dev.escapement.loop.Policy;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a runner asks the model, and who sees its reply arrive. */
class WatchedRepliesTest {

    private static final TestLoop LOOP = TestLoop.of(TestStep.named("close").finishes());

    /** Says hello, in two pieces if somebody watches. */
    private static final class Talker implements Model {

        private final List<String> asked = new ArrayList<>();

        @Override
        public ModelReply reply(ModelRequest request) {
            asked.add("whole");
            return ModelReply.text("hello");
        }

        @Override
        public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
            asked.add("in pieces");
            deltas.accept(new Delta.Text("hel"));
            deltas.accept(new Delta.Text("lo"));
            return ModelReply.text("hello");
        }
    }

    private final Talker model = new Talker();

    @Test
    void whoListensIsShownEachPieceWithTheThreadBeforeTheReply() {
        List<String> shown = new ArrayList<>();
        builder()
                .deltas((thread, delta) ->
                        shown.add(thread.id() + " " + thread.events().size() + " " + delta))
                .build()
                .start("t1", "go");

        assertEquals(List.of("t1 1 Text[text=hel]", "t1 1 Text[text=lo]"), shown);
    }

    /** Streams cost more, and fail in more ways. */
    @Test
    void nothingArrivesInPiecesIfNobodyListens() {
        builder().build().start("t1", "go");

        assertEquals(List.of("whole"), model.asked);
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        RecordedLog log = RecordedLog.of(Watched.class);
        try (log) {
            AgentThread thread = builder()
                    .deltas((before, delta) -> {
                        throw new IllegalStateException("the screen is gone");
                    })
                    .build()
                    .start("t1", "go");

            assertEquals("hello", ((Event.ModelReplied) thread.last()).text());
        }
        assertEquals(2, log.entries().size());
    }

    @ParameterizedTest
    @CsvSource({"REJECT, REQUIRED", "WAIT, AUTO", "FINISH, AUTO"})
    void aModelWhoseTextIsOfNoUseHasToCallATool(OnText onText, ToolChoice choice) {
        TestStep close = TestStep.named("close").finishes();
        Trial trial = Trial.of(
                TestLoop.of(close).with(new Policy(Budget.UNLIMITED, 3, OnFailures.STOP, onText)),
                ModelReply.calls(close.call("c1", "x")));
        trial.start();

        assertEquals(choice, trial.model().requests().get(0).choice());
    }

    private Runner.Builder builder() {
        return Runner.of(LOOP).model(model);
    }
}
