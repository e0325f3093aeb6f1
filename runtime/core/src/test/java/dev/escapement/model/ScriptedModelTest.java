package dev.escapement.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the model that all other tests rely on. */
class ScriptedModelTest {

    private static final ModelRequest REQUEST = new ModelRequest(
            "You look up orders.", List.of(new Message.User("hello")), new DeskLoop(new Desk()).tools());

    private static final ModelReply FIRST = ModelReply.text("first");
    private static final ModelReply SECOND = ModelReply.text("second");

    @Test
    void givesItsRepliesInOrder() {
        try (ScriptedModel model = ScriptedModel.of(FIRST).then(SECOND)) {
            assertSame(FIRST, model.reply(REQUEST));
            assertSame(SECOND, model.reply(REQUEST));
        }
    }

    @Test
    void remembersWhatItWasAsked() {
        try (ScriptedModel model = ScriptedModel.of(FIRST)) {
            model.reply(REQUEST);

            assertEquals(List.of(REQUEST), model.requests());
        }
    }

    @Test
    void aRequestAfterTheEndOfTheScriptFails() {
        try (ScriptedModel model = ScriptedModel.of(FIRST)) {
            model.reply(REQUEST);

            AssertionError failure = assertThrows(AssertionError.class, () -> model.reply(REQUEST));

            assertNames(failure, "2", "You look up orders.", "look_up", "abandon", "hello");
        }
    }

    @Test
    void anotherRequestThanTheExpectedOneFails() {
        try (ScriptedModel model = new ScriptedModel()
                .expect("offers no tools", request -> request.tools().isEmpty(), FIRST)) {
            AssertionError failure = assertThrows(AssertionError.class, () -> model.reply(REQUEST));

            assertNames(failure, "1", "offers no tools", "You look up orders.", "look_up", "abandon", "hello");
        }
    }

    @Test
    void theExpectedRequestGetsItsReply() {
        try (ScriptedModel model =
                new ScriptedModel().expect("says hello", request -> request.equals(REQUEST), FIRST)) {
            assertSame(FIRST, model.reply(REQUEST));
        }
    }

    @Test
    void leftoverRepliesFail() {
        ScriptedModel model = ScriptedModel.of(FIRST, SECOND);
        model.reply(REQUEST);

        AssertionError failure = assertThrows(AssertionError.class, model::close);

        assertNames(failure, "1", SECOND.toString());
    }

    @Test
    void leftoverRepliesAreNotTheNewsAfterAFailure() {
        ScriptedModel model = new ScriptedModel()
                .expect("something else", request -> false, FIRST)
                .then(SECOND);
        assertThrows(AssertionError.class, () -> model.reply(REQUEST));

        assertDoesNotThrow(model::close);
    }

    @Test
    void aScriptThatWasPlayedEndsQuietly() {
        ScriptedModel model = ScriptedModel.of(FIRST);
        model.reply(REQUEST);

        assertDoesNotThrow(model::close);
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .addFailure("end of the script", () -> ScriptedModel.of().reply(REQUEST))
                .addFailure(
                        "another request",
                        () -> new ScriptedModel()
                                .expect("offers no tools", request -> false, FIRST)
                                .reply(REQUEST))
                .addFailure("left over", () -> ScriptedModel.of(FIRST).close(), FIRST)
                .verify(ScriptedModelTest.class);
    }

    private static void assertNames(AssertionError failure, String... parts) {
        for (String part : parts) {
            assertTrue(failure.getMessage().contains(part), failure::getMessage);
        }
    }
}
