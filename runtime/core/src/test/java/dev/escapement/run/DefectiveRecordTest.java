package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.AgentLoop;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a defect in a record for people's input is reported as invalid input, and not as an error. */
class DefectiveRecordTest {

    /** Returns a loop whose reply type throws an error for each reply. */
    private static AgentLoop withDefectiveReplies(TestLoop loop, Class<? extends Error> defect) {
        return (AgentLoop) Proxy.newProxyInstance(
                AgentLoop.class.getClassLoader(), new Class<?>[] {AgentLoop.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("readReply")) {
                        throw defect.getDeclaredConstructor().newInstance();
                    }
                    try {
                        return method.invoke(loop, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(classes = {AssertionError.class, StackOverflowError.class, NoClassDefFoundError.class, Error.class})
    void replyIsInvalidIfItsRecordThrowsAnError(Class<? extends Error> defect) {
        TestStep ask = TestStep.named("ask").pauses();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        AgentThread waiting = run.start();
        ThreadInbox inbox = ThreadInbox.of(run.store(), withDefectiveReplies(run.loop(), defect));

        try (RecordedLog log = RecordedLog.of(OpenQuestion.class)) {
            InvalidInputException thrown =
                    assertThrows(InvalidInputException.class, () -> inbox.reply("t1", "a", "\"this\""));

            assertEquals(InvalidInputException.Reason.INVALID_REPLY, thrown.reason());
            assertEquals(
                    List.of(defect),
                    log.entries().stream()
                            .map(entry -> entry.thrown().getClass())
                            .toList());
        }
        assertEquals(waiting, run.stored());
    }

    @Test
    void fatalErrorOfAReplyIsThrown() {
        TestStep ask = TestStep.named("ask").pauses();
        ScriptedRun run = ScriptedRun.of(TestLoop.of(ask), ModelReply.calls(ask.call("a", "Which?")));
        run.start();
        ThreadInbox inbox = ThreadInbox.of(run.store(), withDefectiveReplies(run.loop(), InternalError.class));

        assertThrows(InternalError.class, () -> inbox.reply("t1", "a", "\"this\""));
    }

    @Test
    void editedArgumentsThatCannotBeWrittenAreInvalid() {
        TestStep plain = TestStep.named("pay").asking("Pay?");
        TestStep pay = new TestStep(
                new PartlyWritable(plain.tool()),
                plain.effect(),
                plain.flow(),
                true,
                plain.gate(),
                0,
                plain.replySchema(),
                plain.body());
        ScriptedRun run = ScriptedRun.of(TestLoop.of(pay), ModelReply.calls(pay.call("a", "100")));
        AgentThread waiting = run.start();

        InvalidInputException thrown = assertThrows(
                InvalidInputException.class, () -> run.runner().approveEdited("t1", "a", ALICE, "{\"text\":\"NaN\"}"));

        assertEquals(InvalidInputException.Reason.INVALID_ARGUMENTS, thrown.reason());
        assertEquals(waiting, run.stored());
    }

    /** A tool that reads every text but cannot write NaN. */
    private record PartlyWritable(ToolSpec<String> tool) implements ToolSpec<String> {

        @Override
        public String name() {
            return tool.name();
        }

        @Override
        public String description() {
            return tool.description();
        }

        @Override
        public String schema(Dialect dialect) {
            return tool.schema(dialect);
        }

        @Override
        public String fingerprint() {
            return tool.fingerprint();
        }

        @Override
        public String read(JsonReader in) {
            return tool.read(in);
        }

        @Override
        public void write(JsonWriter out, String value) {
            if (value.equals("NaN")) {
                throw new IllegalArgumentException("NaN cannot be written");
            }
            tool.write(out, value);
        }
    }
}
