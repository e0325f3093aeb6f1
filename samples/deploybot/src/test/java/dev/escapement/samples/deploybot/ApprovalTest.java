package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a tag is deployed to production only after a person has approved this tag. */
class ApprovalTest {

    private static final Approver ALICE = Approver.of("alice");
    private static final ModelReply DONE = ModelReply.call("end", "done", "{\"text\":\"Done.\"}");

    @TempDir
    Path directory;

    @Test
    void editedTagIsDeployed() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        AgentThread thread = bot.runner().approveEdited(Bot.THREAD, bot.waiting(), ALICE, "{\"tag\":\"v1.4.1\"}");
        assertEquals(List.of("v1.4.0", "v1.4.1"), bot.production());
        assertEquals(
                "{\"text\":\"v1.4.1 is in production, and the smoke test has passed.\","
                        + "\"staging\":\"v1.4.2\",\"production\":\"v1.4.1\"}",
                ((Event.Finished) thread.last()).result());
    }

    @Test
    void invalidTagCannotBeApproved() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        String call = bot.waiting();
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> bot.runner().approveEdited(Bot.THREAD, call, ALICE, "{\"tag\":\"main\"}"));
        assertTrue(refused.getMessage().contains("$.tag"), refused::getMessage);
        assertEquals(call, bot.waiting(), "it still waits for the same approval");
    }

    @Test
    void editedTagMustHaveBeenOnStaging() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        AgentThread thread = bot.runner().approveEdited(Bot.THREAD, bot.waiting(), ALICE, "{\"tag\":\"v1.3.9\"}");
        List<Event.GateDenied> denials = Bot.events(thread, Event.GateDenied.class);
        assertEquals(
                "v1.3.9 has not been on staging yet. Deploy it there first.",
                denials.get(denials.size() - 1).reason());
        assertEquals(List.of("v1.4.0"), bot.production());
    }

    @Test
    void approvalIsForOneTagOnly() {
        Bot bot = Bot.in(
                directory,
                ScriptedModel.of(
                        ModelReply.call("c1", "deploy_to_staging", "{\"tag\":\"v1.4.2\"}"),
                        ModelReply.calls(production("c2", "v1.4.1"), production("c3", "v1.4.2"))));
        bot.hears("ship both");
        bot.runner().approve(Bot.THREAD, "c2", ALICE);
        assertEquals(List.of("v1.4.0", "v1.4.1"), bot.production());
        assertEquals("c3", bot.waiting(), "the other tag waits for an approval of its own");
    }

    @Test
    void reusedCallIdDoesNotReuseTheApproval() {
        Bot bot = Bot.in(
                directory,
                ScriptedModel.of(
                        ModelReply.calls(production("c1", "v1.4.1")), ModelReply.calls(production("c1", "v1.4.1"))));
        bot.hears("ship v1.4.1 to production");
        bot.runner().approve(Bot.THREAD, "c1", ALICE);
        assertEquals("c1-3", bot.waiting(), "c1-2 was the smoke test");
        assertThrows(NotWaitingException.class, () -> bot.runner().approve(Bot.THREAD, "c1", ALICE));
        assertEquals(List.of("v1.4.0", "v1.4.1"), bot.production());
    }

    @Test
    void approvalOfOtherArgumentsRunsNothing() {
        Bot bot = Bot.in(directory, ScriptedModel.of(ModelReply.calls(production("c1", "v1.4.1")), DONE));
        int size = bot.hears("ship v1.4.1 to production").events().size();
        String otherSha256 = "0".repeat(64);
        bot.store()
                .append(Append.of(
                        Bot.THREAD,
                        size,
                        new Event.Approved(Instant.EPOCH, "c1", "mallory", otherSha256, Optional.empty())));
        bot.runner().resume(Bot.THREAD);
        assertEquals(List.of("v1.4.0"), bot.production());
    }

    @Test
    void repeatedApprovalDeploysOnce() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        String call = bot.waiting();
        AgentThread approved = bot.runner().approve(Bot.THREAD, call, ALICE);
        NotWaitingException late = assertThrows(
                NotWaitingException.class, () -> Bot.in(directory).runner().approve(Bot.THREAD, call, ALICE));
        assertEquals(approved, late.thread());
        assertEquals(approved, bot.thread());
        assertEquals(List.of("v1.4.0", "v1.4.2"), bot.production());
    }

    @Test
    void refusalAfterApprovalIsTooLate() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        String call = bot.waiting();
        bot.runner().approve(Bot.THREAD, call, ALICE);
        assertThrows(NotWaitingException.class, () -> bot.runner().refuse(Bot.THREAD, call, ALICE, "Stop!"));
        assertEquals(List.of("v1.4.0", "v1.4.2"), bot.production());
    }

    private static Call production(String id, String tag) {
        return new Call(id, "deploy_to_production", "{\"tag\":\"" + tag + "\"}");
    }
}
