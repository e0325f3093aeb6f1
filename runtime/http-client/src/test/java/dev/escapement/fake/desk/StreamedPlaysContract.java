package dev.escapement.fake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fake.FakeReply;
import dev.escapement.fake.Plays;
import dev.escapement.fake.Split;
import dev.escapement.model.Delta;
import dev.escapement.run.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tests with streamed replies, split into arbitrary pieces and interrupted at any point. */
public abstract class StreamedPlaysContract extends PlaysContract {

    private final List<Delta> deltas = new ArrayList<>();

    @Override
    protected final void watch(Runner.Builder runner) {
        runner.deltas((thread, delta) -> deltas.add(delta));
    }

    @Test
    void piecesOfOneByte() {
        assertEquals(
                thread(lookedUp("Füße 👣"), ANSWERED),
                start(PATIENT, textAndCall().split(Split.EVERYWHERE), ANSWER.split(Split.EVERYWHERE)));
        assertEquals("Füße 👣|0 look_up|" + ARGUMENTS + "It is a lamp.", shown());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void piecesOfAllLengths(long seed) {
        assertEquals(
                thread(lookedUp("Füße 👣"), ANSWERED),
                start(PATIENT, textAndCall().split(Split.seeded(seed)), ANSWER.split(Split.seeded(seed))));
        assertEquals("Füße 👣|0 look_up|" + ARGUMENTS + "It is a lamp.", shown());
    }

    /** The fourth event is the first that can complete a reply in any protocol. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void breaksOffAnywhere(int events) {
        assertEquals(thread(lookedUp(), ANSWERED), start(PATIENT, Plays.brokenOff(lookUp(), events), lookUp(), ANSWER));
        assertEquals("|0 look_up|" + ARGUMENTS + "It is a lamp.", shown());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void failsAnywhere(int events) {
        assertEquals(
                thread(lookedUp(), ANSWERED), start(PATIENT, Plays.failing(lookUp(), events, 500), lookUp(), ANSWER));
        assertEquals("|0 look_up|" + ARGUMENTS + "It is a lamp.", shown());
    }

    private FakeReply textAndCall() {
        return Plays.text("Füße 👣").call(id(1), "look_up", ARGUMENTS);
    }

    /** Returns the content of the valid deltas: text, calls by number and name, and arguments. */
    private String shown() {
        List<Delta> valid = deltas.subList(deltas.lastIndexOf(new Delta.Discarded()) + 1, deltas.size());
        return valid.stream().map(delta -> delta.accept(new DeltaText())).collect(Collectors.joining());
    }

    /** The content of a delta. */
    private static final class DeltaText implements Delta.Visitor<String> {
        @Override
        public String text(Delta.Text delta) {
            return delta.text();
        }

        @Override
        public String thinking(Delta.Thinking delta) {
            return ""; // not every model sends its thinking
        }

        @Override
        public String callBegun(Delta.CallBegun delta) {
            return "|" + delta.index() + " " + delta.tool() + "|";
        }

        @Override
        public String arguments(Delta.Arguments delta) {
            return delta.fragment();
        }

        @Override
        public String discarded(Delta.Discarded delta) {
            return delta.toString();
        }
    }
}
