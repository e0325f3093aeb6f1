package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The threads of five agents that together cover every kind of event. */
final class Scenarios {

    static final Start GO = Start.of("Go");

    private Scenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(UnusualScenarios.all());
        all.addAll(List.of(
                ordersClosed(),
                productionDeployed(),
                deniedAtNight(),
                cancelledWhileWaiting(),
                everythingAsked(),
                failingUntilAPersonHelps(),
                leftWaiting(),
                talkingInsteadOfCalling(),
                lastRequestUsed(),
                lastRequestWasted(),
                textIsTheResult(),
                lastStepKept(),
                shreddedWithFewSteps()));
        return all;
    }

    private static Scenario ordersClosed() {
        return scenario(
                        "orders closed",
                        world -> new OrderDeskLoop(new OrderDesk(world)),
                        GO,
                        new ScriptedPeople()
                                .approve("r3")
                                .refuse("r4", "Not this one.")
                                .approveEdited("r5", "{\"order\":\"A-1\",\"cents\":7}"),
                        ModelReply.calls(
                                call("c1", "look_up", "{\"order\":\"A-1\"}"),
                                call("c2", "count_stock", "{\"sku\":\"S-1\"}"),
                                call("c3", "look_up", "{\"order\":\"A-2\"}"),
                                call("c4", "label", "{\"order\":\"A-1\",\"label\":\"late\"}"),
                                call("c5", "note", "{\"text\":\"called\"}"),
                                call("c6", "lookup", "{\"order\":\"A-1\"}"),
                                call("c7", "label", "{\"order\":1,\"tag\":\"x\"}"),
                                call("c8", "note", "{\"text\":")),
                        ModelReply.calls(
                                call("c1", "look_up", "{\"order\":\"missing\"}"),
                                call("c2", "look_up", "{\"order\":\"broken\"}"),
                                call("c3", "ship", "{\"order\":\"A-2\"}")),
                        ModelReply.calls(
                                call("r1", "refund", "{\"order\":\"A-1\",\"cents\":5}"),
                                call("r2", "refund", "{\"order\":\"A-1\",\"cents\":500}"),
                                call("r3", "refund", "{\"order\":\"A-1\",\"cents\":50}"),
                                call("r4", "refund", "{\"order\":\"A-1\",\"cents\":60}"),
                                call("r5", "refund", "{\"order\":\"A-1\",\"cents\":70}"),
                                call("r6", "refund", "{\"order\":\"A-1\",\"cents\":0}")),
                        ModelReply.calls(
                                call("e1", "close_case", "{\"summary\":\"too early\"}"),
                                call("e2", "look_up", "{\"order\":\"missing\"}")),
                        ModelReply.calls(
                                call("f1", "refund", "{\"order\":\"blocked\",\"cents\":1}"),
                                call("f2", "close_case", "{\"summary\":\"one\"}"),
                                call("f3", "close_case", "{\"summary\":\"two\"}")),
                        ModelReply.calls(
                                call("g1", "note", "{\"text\":\"at last\"}"),
                                call("g2", "close_case", "{\"summary\":\"x\"}")))
                .changing(
                        "label late on A-1",
                        "note called",
                        "shipped A-2",
                        "refund of 5 for A-1",
                        "refund of 50 for A-1",
                        "refund of 7 for A-1",
                        "note at last",
                        "closed");
    }

    private static Scenario productionDeployed() {
        Start start = new ReleasesLoop(new Releases(new World())).slack(new Releases.SlackMessage("bob", "Ship it"));
        return scenario(
                        "production deployed",
                        world -> new ReleasesLoop(new Releases(world)),
                        start,
                        new ScriptedPeople()
                                .approve("p1-2")
                                .approveEdited("d1", "{\"tag\":\"v3-bad\"}")
                                .approve("d1-2")
                                .approve("a1"),
                        ModelReply.call("s1", "stage", "{\"tag\":\"v1\"}"),
                        ModelReply.call("p1", "promote", "{\"tag\":\"v1\"}"),
                        ModelReply.call("d1", "deploy", "{\"tag\":\"v3\"}"),
                        ModelReply.calls(
                                call("t1", "smoke_test", "{\"tag\":\"v1\"}"),
                                call("a1", "announce", "{\"text\":\"v1\"}")),
                        ModelReply.call("z1", "done", "{\"summary\":\"deployed\"}"))
                .changing(
                        "staged v1",
                        "promoted v1",
                        "deployed v1",
                        "deployed v3-bad",
                        "rolled back v3-bad",
                        "announced v1",
                        "deployed");
    }

    private static Scenario deniedAtNight() {
        return scenario(
                        "denied at night",
                        world -> new ReleasesLoop(new Releases(world)),
                        new ReleasesLoop(new Releases(new World())).nightly(3),
                        new ScriptedPeople().refuse("a1", "They sleep."),
                        ModelReply.call("p1", "promote", "{\"tag\":\"v9\"}"),
                        ModelReply.call("a1", "announce", "{\"text\":\"v9\"}"),
                        ModelReply.call("z1", "done", "{\"summary\":\"nothing\"}"))
                .changing("promoted v9", "nothing");
    }

    private static Scenario cancelledWhileWaiting() {
        return scenario(
                        "cancelled while waiting",
                        world -> new ReleasesLoop(new Releases(world)),
                        GO,
                        new ScriptedPeople().cancel("p1-2", "The release is off."),
                        ModelReply.call("p1", "promote", "{\"tag\":\"v1\"}"))
                .changing("promoted v1");
    }

    private static Scenario everythingAsked() {
        return scenario(
                        "everything asked",
                        world -> new ConciergeLoop(new Concierge(world)),
                        GO,
                        new ScriptedPeople()
                                .say("A room, please.")
                                .reply(
                                        "q1",
                                        ConciergeLoop.replyToAskStay(new Concierge.Stay(LocalDate.of(2026, 12, 1), 3)))
                                .reply("q2", ConciergeLoop.replyToAskBed(Concierge.Bed.DOUBLE))
                                .reply("q4", "{\"type\":\"menu\",\"courses\":[\"soup\"]}")
                                .approve("q5")
                                .reply("q5", "\"4111\"")
                                .say("Yes."),
                        ModelReply.text("What can I do for you?"),
                        ModelReply.calls(
                                call("q1", "ask_stay", "{\"question\":\"When?\"}"),
                                call("q2", "ask_bed", "{}"),
                                call("q3", "book", "{\"room\":\"12\"}")),
                        ModelReply.calls(call("q4", "ask_meal", "{}"), call("q5", "ask_card", "{}")),
                        new ModelReply("Anything else?", List.of(), new Usage(3, 4)),
                        ModelReply.call("q6", "leave", "{\"bookings\":[\"12\"]}"))
                .changing("asked When?", "asked for the bed", "booked 12", "asked for the card", "left");
    }

    private static Scenario failingUntilAPersonHelps() {
        return scenario(
                        "failing until a person helps",
                        world -> new ConciergeLoop(new Concierge(world)),
                        GO,
                        new ScriptedPeople().say("Just leave."),
                        ModelReply.call("q1", "ask_stay", "{\"question\":\"\"}"),
                        ModelReply.text(""),
                        ModelReply.call("q2", "leave", "{\"bookings\":[]}"))
                .changing("asked ", "left");
    }

    private static Scenario leftWaiting() {
        return scenario(
                        "left waiting",
                        world -> new ConciergeLoop(new Concierge(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.calls(call("q1", "book", "{\"room\":\"12\"}"), call("q2", "ask_bed", "{}")))
                .changing("booked 12", "asked for the bed");
    }

    private static Scenario talkingInsteadOfCalling() {
        return scenario(
                "talking instead of calling",
                world -> new IntakeLoop(new Intake(world)),
                GO,
                new ScriptedPeople(),
                ModelReply.text("Hello."),
                ModelReply.text(""),
                ModelReply.call("c1", "file_paper", "{\"paper\":\"secret\"}"));
    }

    private static Scenario lastRequestUsed() {
        return scenario(
                        "last request used",
                        world -> new IntakeLoop(new Intake(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.call("c1", "open_drawer", "{\"number\":1}"),
                        ModelReply.text("Hm."),
                        ModelReply.call("c2", "file_paper", "{\"paper\":\"bill\"}"),
                        ModelReply.call("c3", "done", "{\"summary\":\"filed\"}"))
                .changing("filed bill", "filed");
    }

    private static Scenario lastRequestWasted() {
        return scenario(
                        "last request wasted",
                        world -> new IntakeLoop(new Intake(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.call("c1", "open_drawer", "{\"number\":1}"),
                        ModelReply.call("c2", "open_drawer", "{\"number\":2}"),
                        ModelReply.call("c3", "file_paper", "{\"paper\":\"bill\"}"),
                        ModelReply.call("c4", "file_paper", "{\"paper\":\"letter\"}"))
                .changing("filed bill");
    }

    private static Scenario textIsTheResult() {
        return scenario(
                "text is the result",
                world -> new DigestLoop(new Digest(world)),
                GO,
                new ScriptedPeople(),
                ModelReply.calls(call("c1", "read_page", "{\"page\":1}"), call("c2", "read_page", "{\"page\":2}")),
                ModelReply.text("Two pages."));
    }

    private static Scenario lastStepKept() {
        return scenario(
                        "last step kept",
                        world -> new DigestLoop(new Digest(world)),
                        GO,
                        new ScriptedPeople(),
                        ModelReply.calls(
                                call("c1", "read_page", "{\"page\":1}"),
                                call("c2", "read_page", "{\"page\":2}"),
                                call("c3", "read_page", "{\"page\":3}"),
                                call("c4", "read_page", "{\"page\":4}")),
                        ModelReply.call("c5", "done", "{\"digest\":\"three\"}"))
                .changing("three");
    }

    private static Scenario shreddedWithFewSteps() {
        return scenario(
                        "shredded with few steps",
                        world -> new IntakeLoop(new Intake(world)),
                        GO,
                        new ScriptedPeople().approve("c1"),
                        ModelReply.calls(
                                call("c1", "shred", "{\"paper\":\"bill\"}"),
                                call("c2", "open_drawer", "{\"number\":2}"),
                                call("c3", "open_drawer", "{\"number\":3}")),
                        ModelReply.call("c4", "done", "{\"summary\":\"gone\"}"))
                .changing("shredded bill", "gone");
    }

    static Call call(String id, String tool, String arguments) {
        return new Call(id, tool, arguments);
    }

    static Scenario scenario(
            String name, Function<World, AgentLoop> agent, Start start, ScriptedPeople people, ModelReply... replies) {
        return new Scenario(name, agent, start, List.of(replies), people, 0, List.of());
    }
}
