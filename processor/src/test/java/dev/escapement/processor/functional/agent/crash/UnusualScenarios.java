package dev.escapement.processor.functional.agent.crash;

import static dev.escapement.processor.functional.agent.crash.Scenarios.GO;
import static dev.escapement.processor.functional.agent.crash.Scenarios.call;
import static dev.escapement.processor.functional.agent.crash.Scenarios.scenario;

import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.Budget;
import java.math.BigDecimal;
import java.util.List;

/** The threads that run out of their budget, have rejected requests or unknown outcomes, or are decided unchecked. */
final class UnusualScenarios {

    private UnusualScenarios() {}

    static List<Scenario> all() {
        return List.of(
                stoppedFor("tokens", new Usage(900, 100)),
                stoppedFor("cost", new Usage(1, 1, 0, new BigDecimal("1.00"))),
                outOfTime(),
                continuedWithMoreTokens(),
                rejectedByTheProvider(),
                outcomesUnknown(),
                decidedWithoutTheLoop());
    }

    private static Scenario stoppedFor(String what, Usage usage) {
        return scenario(
                "stopped for " + what,
                world -> new DigestLoop(new Digest(world)),
                GO,
                new ScriptedPeople(),
                new ModelReply("", List.of(call("c1", "read_page", "{\"page\":1}")), usage));
    }

    private static Scenario outOfTime() {
        return scenario(
                        "out of time",
                        world -> new DigestLoop(new Digest(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.call("c1", "print", "{\"copies\":2}"))
                .changing("printed 2");
    }

    private static Scenario continuedWithMoreTokens() {
        return scenario(
                "continued with more tokens",
                world -> new DigestLoop(new Digest(world)),
                GO,
                new ScriptedPeople().extend(Budget.UNLIMITED.withTokens(500)),
                new ModelReply("", List.of(call("c1", "read_page", "{\"page\":1}")), new Usage(900, 100)),
                ModelReply.text("One page."));
    }

    private static Scenario rejectedByTheProvider() {
        return scenario(
                        "rejected by the provider",
                        world -> new ConciergeLoop(new Concierge(world)),
                        GO,
                        new ScriptedPeople().say("Try again."),
                        ModelReply.call("q1", "leave", "{\"bookings\":[]}"))
                .rejected(3)
                .changing("left");
    }

    private static Scenario outcomesUnknown() {
        return scenario(
                        "outcomes unknown",
                        world -> new OrderDeskLoop(new OrderDesk(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.call("c1", "ship", "{\"order\":\"lost\"}"),
                        ModelReply.calls(
                                call("c2", "ship", "{\"order\":\"lost\"}"), call("c3", "ship", "{\"order\":\"A-2\"}")),
                        ModelReply.call("c4", "close_case", "{\"summary\":\"shipped\"}"))
                .changing("shipped lost", "shipped A-2", "closed");
    }

    private static Scenario decidedWithoutTheLoop() {
        return scenario(
                        "decided without the loop",
                        world -> new ConciergeLoop(new Concierge(world)),
                        GO,
                        new ScriptedPeople()
                                .approveUnchecked("q1", "{\"number\":1}")
                                .approveUnchecked("q1", "{}")
                                .replyUnchecked("q1", "4111")
                                .replyUnchecked("q1", "\"4111\"")
                                .replyUnchecked("q2", "\"WATER\"")
                                .reply("q2", ConciergeLoop.replyToAskBed(Concierge.Bed.SINGLE)),
                        ModelReply.calls(call("q1", "ask_card", "{}"), call("q2", "ask_bed", "{}")),
                        ModelReply.call("q3", "leave", "{\"bookings\":[]}"))
                .changing("asked for the bed", "asked for the card", "left");
    }
}
