package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.escapement.Effect;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the meaning of each event for its call. */
class CallResultTest {

    private static final Instant AT = Instant.EPOCH;

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(CallResult.OPEN, new Event.GatePassed(AT, "c1")),
                arguments(CallResult.OPEN, new Event.ApprovalAsked(AT, "c1", "Pay?", "ab")),
                arguments(CallResult.OPEN, new Event.Approved(AT, "c1", "alice", "ab", Optional.empty())),
                arguments(CallResult.OPEN, new Event.StepStarted(AT, "c1", Effect.WRITE, "k", 1, "returns")),
                arguments(CallResult.OPEN, new Event.StepInDoubt(AT, "c1", "x", Duration.ZERO)),
                arguments(CallResult.OPEN, new Event.ReplyAsked(AT, "c1", "Which?", "{}")),
                arguments(CallResult.OPEN, answered(new Answer.Question("Which?"))),
                arguments(CallResult.OPEN, answered(new Answer.RunAgain())),
                arguments(CallResult.OPEN, delegated()),
                arguments(CallResult.OPEN, ended(true, true)),
                arguments(CallResult.SUCCEEDED, ended(true, false)),
                arguments(CallResult.SUCCEEDED, new Event.StepReturned(AT, "c1", "5")),
                arguments(CallResult.SUCCEEDED, new Event.ReplyReceived(AT, "c1", "5", true, List.of())),
                arguments(CallResult.SUCCEEDED, new Event.Expired(AT, "c1", Optional.of("5"))),
                arguments(CallResult.SUCCEEDED, new Event.Finished(AT, "c1", "5")),
                arguments(CallResult.SUCCEEDED, answered(new Answer.Returned("5"))),
                arguments(CallResult.SUCCEEDED, answered(new Answer.Finished("5"))),
                arguments(CallResult.SELECTED, new Event.CallSelected(AT, "c1", new Call("c2", "t", "{}"))),
                arguments(CallResult.SELECTED, answered(new Answer.Next("t", "{}"))),
                arguments(CallResult.FAILED, new Event.CallRejected(AT, "c1", "unknown tool")),
                arguments(CallResult.FAILED, new Event.GateFailed(AT, "c1", "see t1")),
                arguments(CallResult.FAILED, new Event.StepFailed(AT, "c1", "see t1", false)),
                arguments(CallResult.FAILED, new Event.StepFailed(AT, "c1", "x", false, true, Duration.ZERO)),
                arguments(CallResult.DECLINED, ended(false, true)),
                arguments(CallResult.DECLINED, ended(false, false)),
                arguments(CallResult.DECLINED, new Event.StepFailed(AT, "c1", "not found", true)),
                arguments(CallResult.DECLINED, new Event.GateDenied(AT, "c1", "too much")),
                arguments(CallResult.DECLINED, new Event.Expired(AT, "c1", Optional.empty())),
                arguments(CallResult.DECLINED, new Event.Refused(AT, "c1", "bob", "not today")),
                arguments(CallResult.DECLINED, answered(new Answer.Failed("not paid"))));
    }

    private static Event delegated() {
        return new DelegateStarted(AT, "c1", "Orders", "t1~ab", Start.of("A-1"), Budget.UNLIMITED, true);
    }

    private static Event ended(boolean succeeded, boolean joins) {
        return new DelegateEnded(AT, "c1", succeeded, "5", "", Usage.NONE, List.of(), joins);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventDeterminesTheResult(CallResult result, Event.OfCall event) {
        assertEquals(result, CallResult.of(event));
    }

    @Test
    void eachTypeOfEventOfACallIsTested() {
        Set<Class<?>> types = RandomEvents.kinds()
                .filter(Event.OfCall.class::isAssignableFrom)
                .collect(Collectors.toSet());

        assertEquals(types, events().map(event -> event.get()[1].getClass()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        // result, is an answer, is a success, is a failure for the model
        "OPEN,      false, false, false",
        "SUCCEEDED, true,  true,  false",
        "SELECTED,  true,  true,  false",
        "FAILED,    true,  false, true",
        "DECLINED,  true,  false, true"
    })
    void resultDeterminesTheAnswer(CallResult result, boolean answer, boolean success, boolean failure) {
        assertEquals(answer, result.isAnswer());
        assertEquals(success, result.isSuccess());
        assertEquals(failure, result.isFailure());
    }

    private static AnsweredByPerson answered(Answer answer) {
        return new AnsweredByPerson(AT, "c1", "alice", answer, answer instanceof Answer.Next ? "c2" : "");
    }
}
