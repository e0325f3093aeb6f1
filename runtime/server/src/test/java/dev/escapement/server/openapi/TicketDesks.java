package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;

/** Loops of {@link TicketDesk}. */
public final class TicketDesks {
    private TicketDesks() {}

    /** {@return a loop with the trigger {@code mail}} */
    public static AgentLoop loop() {
        return new TicketDeskLoop(new TicketDesk());
    }
}
