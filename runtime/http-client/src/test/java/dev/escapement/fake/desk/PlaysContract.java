package dev.escapement.fake.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.HeldPlay;
import dev.escapement.fake.Play;
import dev.escapement.fake.Plays;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.run.DriveInterruptedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of the result of each behavior of a provider: the events of the thread or the exception, after which the thread
 * is unchanged and reaches the same end when it is resumed. The same for every client.
 */
public abstract class PlaysContract extends ReplyPlaysContract {

    @Test
    void temporarilyTooManyRequests() {
        assertEquals(
                thread(lookedUp(), ANSWERED),
                start(PATIENT, lookUp(), Plays.tooManyRequests("0"), Plays.tooManyRequests("0"), ANSWER));
    }

    @Test
    void permanentlyTooManyRequests() {
        ModelUnavailableException thrown =
                failsAndGoesOn(ModelUnavailableException.class, PATIENT, Plays.tooManyRequests("7200"));
        assertEquals(429, thrown.status());
        assertEquals(Optional.of(Duration.ofHours(2)), thrown.retryAfter());
    }

    @Test
    void temporaryOverload() {
        assertEquals(
                thread(lookedUp(), ANSWERED),
                start(PATIENT, Plays.overloaded(), Plays.unavailable(), lookUp(), Plays.unavailable(), ANSWER));
    }

    @Test
    void permanentOverload() {
        Play[] thrice = {Plays.overloaded(), Plays.overloaded(), Plays.overloaded()};
        assertEquals(
                529,
                failsAndGoesOn(ModelUnavailableException.class, PATIENT, thrice).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 422})
    void rejectedRequest(int status) {
        RequestRejectedException thrown =
                failsAndGoesOn(RequestRejectedException.class, PATIENT, Plays.error(status, "No."));
        assertEquals(status, thrown.status());
    }

    @Test
    void repeatedKey() {
        Play play = Plays.error(401, "Incorrect API key provided: " + provider().key());
        RequestRejectedException thrown = failsAndGoesOn(RequestRejectedException.class, PATIENT, play);
        assertFalse(thrown.toString().contains(provider().key()), thrown.toString());
        assertFalse(stored().contains(provider().key()), stored());
    }

    @Test
    void htmlPage() {
        failsAndGoesOn(UnreadableReplyException.class, PATIENT, Plays.page());
    }

    @Test
    void otherJson() {
        failsAndGoesOn(UnreadableReplyException.class, PATIENT, Plays.json(200, "{\"status\":\"fine\"}"));
    }

    @Test
    void slowHeaders() {
        failsAndGoesOn(
                ModelUnavailableException.class,
                IMPATIENT.withReplyTimeout(Duration.ofMillis(100)),
                Plays.held(Plays.hangingUp()));
    }

    @Test
    void temporarilyClosedConnection() {
        assertEquals(
                thread(lookedUp(), ANSWERED),
                start(PATIENT, Plays.hangingUp(), Plays.hangingUp(), lookUp(), Plays.hangingUp(), ANSWER));
    }

    @Test
    void permanentlyClosedConnection() {
        failsAndGoesOn(ModelUnavailableException.class, IMPATIENT, Plays.hangingUp());
    }

    @Test
    void temporarilyBrokenReply() {
        assertEquals(
                thread(lookedUp(), ANSWERED),
                start(PATIENT, Plays.brokenOff(lookUp(), 2), lookUp(), Plays.brokenOff(ANSWER, 2), ANSWER));
    }

    @Test
    void permanentlyBrokenReply() {
        failsAndGoesOn(ModelUnavailableException.class, IMPATIENT, Plays.brokenOff(lookUp(), 2));
    }

    @Test
    void temporaryErrorInAReply() {
        assertEquals(
                thread(lookedUp(), ANSWERED),
                start(PATIENT, Plays.failing(lookUp(), 2, 500), lookUp(), Plays.failing(ANSWER, 2, 500), ANSWER));
    }

    @Test
    void permanentErrorInAReply() {
        failsAndGoesOn(ModelUnavailableException.class, IMPATIENT, Plays.failing(lookUp(), 2, 500));
    }

    @Test
    void gigabyte() {
        failsAndGoesOn(UnreadableReplyException.class, PATIENT.withMaxReplyBytes(1 << 20), Plays.gigabyte());
    }

    @Test
    void interruptedRequestIsNotAFailure() throws Exception {
        HeldPlay held = Plays.held(lookUp());
        Thread driver = Thread.currentThread();
        FutureTask<Void> interruption = new FutureTask<>(() -> {
            held.awaitRequest();
            driver.interrupt();
            return null;
        });
        new Thread(interruption).start();

        assertThrows(DriveInterruptedException.class, () -> run(PATIENT, held));

        assertTrue(Thread.interrupted());
        interruption.get();
        assertEquals(thread(), stored());
        assertEquals(thread(lookedUp(), ANSWERED), resume(PATIENT, lookUp(), ANSWER));
    }

    @Test
    void finishedStepDoesNotRunAgain() {
        fails(RequestRejectedException.class, PATIENT, lookUp(), Plays.error(400, "The model is gone."));
        String failed = stored();
        assertTrue(failed.startsWith(thread(lookedUp(), "<request_failed part=\"provider\">")), failed);
        assertEquals(lines(failed, ANSWERED), resume(PATIENT, ANSWER));
    }
}
