package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.thread.Event;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the flow that the start of a step records. */
class FlowTest {

    /** Stored threads contain these names. */
    @ParameterizedTest
    @CsvSource({"RETURNS, returns", "SELECTS, selects", "PAUSES, pauses", "DELEGATES, delegates", "FINISHES, finishes"})
    void recordedNameIsStable(Flow flow, String recorded) {
        assertEquals(recorded, flow.recorded());
    }

    @ParameterizedTest
    @EnumSource(Flow.class)
    void recordedFlowIsReadAsItWasWritten(Flow flow) {
        assertEquals(Optional.of(flow), Flow.of(started(flow.recorded())));
    }

    /** The first release did not record flows, and later releases may add some. */
    @ParameterizedTest
    @ValueSource(strings = {"", "schedules", "RETURNS", "returns "})
    void unknownFlowIsEmpty(String recorded) {
        assertEquals(Optional.empty(), Flow.of(started(recorded)));
    }

    @ParameterizedTest
    @CsvSource({
        "RETURNS,   true,  false, false, false",
        "SELECTS,   false, false, false, false",
        "PAUSES,    false, true,  true,  false",
        "DELEGATES, false, false, true,  false",
        "FINISHES,  false, false, false, true"
    })
    void flowDeterminesTheTransition(
            Flow flow, boolean returnsResult, boolean pauses, boolean waits, boolean endsThread) {
        assertEquals(returnsResult, flow.returnsResult());
        assertEquals(pauses, flow.pauses());
        assertEquals(waits, flow.waits());
        assertEquals(endsThread, flow.endsThread());
    }

    private static Event.StepStarted started(String flow) {
        return new Event.StepStarted(Instant.EPOCH, "c1", Effect.READ, "k", 1, flow);
    }
}
