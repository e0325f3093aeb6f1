package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.TriggerSpec;
import dev.escapement.json.Decoded;
import dev.escapement.thread.Start;
import java.util.List;

/** Loops of {@link TicketDesk}. */
public final class TicketDesks {
    private static final String SCHEMA =
            """
            {"type":"object","properties":{"from":{"type":"string"},"text":{"type":"string"},\
            "priority":{"type":"integer"}},"required":["from","text"],"additionalProperties":false}""";

    private TicketDesks() {}

    /** {@return a loop whose trigger {@code mail} can be started by name} */
    public static AgentLoop loop() {
        TicketDeskLoop loop = new TicketDeskLoop(new TicketDesk());
        return TriggerProxy.of(loop, new TriggerSpec("mail", "Receives a mail.", SCHEMA), json -> start(loop, json));
    }

    private static Decoded<Start> start(TicketDeskLoop loop, String json) {
        return TicketDesk_MailCodec.INSTANCE
                .decode(json)
                .fold(
                        accepted -> new Decoded.Accepted<>(loop.mail(accepted.value()), List.of()),
                        rejected -> new Decoded.Rejected<Start>(rejected.violations()));
    }
}
