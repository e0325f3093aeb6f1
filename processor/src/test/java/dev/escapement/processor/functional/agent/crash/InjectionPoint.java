package dev.escapement.processor.functional.agent.crash;

import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;

/** A method of the {@link Workshop}, or a request to the model, during which an event of a person arrives. */
enum InjectionPoint {
    READ("inspected A", call("c1", "inspect", "part", "A")),
    READ_ON_AN_EXECUTOR("inspected A", call("c1", "inspect", "part", "A"), call("c2", "inspect", "part", "B")),
    IDEMPOTENT("cleaned A", call("c1", "clean", "part", "A")),
    WRITE("painted A", call("c1", "paint", "part", "A")),
    DESTRUCTIVE("scrapped A", call("c1", "scrap", "part", "A")),
    SELECTS("planned A", call("c1", "plan", "part", "A")),
    PAUSES("asked about A", call("c1", "ask_colour", "part", "A")),
    FINISHES("delivered to ann"),
    GATE("drill A", call("c1", "drill", "part", "A")),
    FETCH("stock"),
    REQUEST("request 0"),
    FINISHING_REQUEST("request 1");

    private final String deed;
    private final List<Call> calls;

    InjectionPoint(String deed, Call... calls) {
        this.deed = deed;
        this.calls = List.of(calls);
    }

    /** Returns the subject of the entry of the world that belongs to this method. */
    String deed() {
        return deed;
    }

    /** Returns the id of the call whose step is running, or an empty text at other points. */
    String callId() {
        return switch (this) {
            case READ, READ_ON_AN_EXECUTOR, IDEMPOTENT, WRITE, DESTRUCTIVE, SELECTS, PAUSES -> "c1";
            case FINISHES -> "e1";
            case GATE, FETCH, REQUEST, FINISHING_REQUEST -> "";
        };
    }

    /** Returns whether this point is a request to the model. */
    boolean isRequest() {
        return this == REQUEST || this == FINISHING_REQUEST;
    }

    /** Returns whether the approvals of the calls {@code s1} and {@code s2} are open at this point. */
    boolean hasOpenCalls() {
        return switch (this) {
            case READ, READ_ON_AN_EXECUTOR, IDEMPOTENT, WRITE, DESTRUCTIVE, SELECTS, PAUSES, GATE -> true;
            case FINISHES, FETCH, REQUEST, FINISHING_REQUEST -> false;
        };
    }

    /** Returns the thread: a reply with the call and two that need approval, and a reply that finishes the thread. */
    Scenario scenario() {
        List<Call> all = new ArrayList<>();
        if (this == GATE) {
            addSignatures(all);
            all.addAll(calls);
        } else {
            all.addAll(calls);
            addSignatures(all);
        }
        return new Scenario(
                name(),
                world -> new WorkshopLoop(new Workshop(world)),
                Start.of("Go"),
                List.of(
                        new ModelReply("First reply.", all, Usage.NONE),
                        new ModelReply("Second reply.", List.of(call("e1", "deliver", "to", "ann")), Usage.NONE),
                        new ModelReply("Third reply.", List.of(call("e2", "deliver", "to", "bob")), Usage.NONE)),
                new ScriptedPeople().approve("c1").approve("s1").approve("s2").reply("c1", "\"red\""),
                0,
                List.of());
    }

    private static void addSignatures(List<Call> calls) {
        calls.add(call("s1", "sign", "paper", "one"));
        calls.add(call("s2", "sign", "paper", "two"));
    }

    private static Call call(String id, String tool, String argument, String value) {
        return new Call(id, tool, "{\"" + argument + "\":\"" + value + "\"}");
    }
}
